import { textBefore, textBehind } from '../text/pieces';
import { matchesOf } from '../text/matches';
import type { TextRange } from '../text/range';
import type { HostEvidence } from './beside';
import type { Bracket } from './brackets';
import { MODELS_OF_AWS } from './commandRegions';
import type { Knowledge } from './knowledge';
import { FOR_MODELS } from './modulePlaces';

/**
 * What alone has the region of a setting: the client of another service, a resource that no model runs in, an
 * expression that makes a client and asks it at once.
 */

/** How many brackets around a setting are looked at, and how far before each. */
const MOST_LEVELS = 4;
const LEAD = 200;

/** Services of AWS that run no models, as their clients are called in its libraries. */
const SERVICES =
  'S3(?:Control)?|DynamoDb|Sqs|Sns|SesV?2?|Ssm|SecretsManager|Sts|Kms|CloudWatch(?:Logs)?|CloudFront|CloudFormation|' +
  'EventBridge|Kinesis|Firehose|Athena|Glue|Rds(?:Data)?|Ec2|Ecs|Ecr|Iam|CognitoIdentity(?:Provider)?|Polly|' +
  'Transcribe(?:Streaming)?|Translate|Comprehend|Textract|Rekognition|OpenSearch(?:Serverless)?|Kendra|Sfn|' +
  'StepFunctions|Route53|Acm|WafV?2|ApiGateway|Lambda|Pinpoint|LexRuntimeV?2|Personalize|Timestream(?:Query|Write)?';
/**
 * A client of one of them, or what it is made with: `new S3Client(`, `Aws::S3::Client.new(`, `s3.Options{`,
 * `S3Client.builder().region(`.
 */
const OTHER_CLIENT = new RegExp(
  String.raw`(?:(?<![a-z\d])(?:Amazon|AWS)?(?:${SERVICES})(?:Async|Service)?Client(?:Builder|Config)?` +
    String.raw`(?:\.|::|\(|\s?$|$)|\bAws::(?:${SERVICES})::|\baws_sdk_(?:${SERVICES})\b|` +
    String.raw`(?<![.\w])(?:${SERVICES})\.(?:New(?:FromConfig)?|Options|Client|LoadOptions)\b|` +
    String.raw`(?<![.\w])(?:storage|bigquery|firestore|pubsub(?:_v1)?|translate(?:_v\d)?|speech(?:_v\d)?)` +
    String.raw`\.\w{0,20}Client\b)`,
  'gi',
);
/** What stands between such a client and what is set for it: no other statement, and no client of models. */
const ITS_OWN = /^[^;{}\n]{0,160}$/;
const MODELS_CLIENT = /bedrock|sagemaker|vertex|aiplatform|genai/i;
/** The first argument of what makes a client of AWS for Python: `boto3.client("s3"`. */
const BOTO = /\.(?:client|resource|create_client)$/;
const NAMED_SERVICE = /^\(\s{0,40}(?:service_name\s{0,4}=\s{0,4})?["']([a-z][\w-]{1,40})["']/;

/** The head of a resource of a template. */
const RESOURCE = new RegExp(
  String.raw`(?:^|\n)[ \t]{0,9}(?:resource|data)\s{1,9}"([\w-]{1,80})"\s{1,9}"[\w-]{1,80}"\s{0,9}$|` +
    String.raw`\bresource\s{1,9}\w{1,80}\s{1,9}'([\w./-]{1,100})@[\w-]{1,40}'\s{0,9}=\s{0,9}` +
    String.raw`(?:if\s{0,4}\([^()]{0,80}\)\s{0,9})?$`,
);

/** The stretch of a text that alone has the region of a setting; `undefined` where it is set for more. */
export function ownerOf({ text, brackets }: Knowledge, { at, end }: HostEvidence): TextRange | undefined {
  for (const bracket of brackets.open(at).slice(0, MOST_LEVELS)) {
    const lead = textBefore(text, bracket.at, LEAD);
    if (isOfOtherClient(text, lead, bracket)) return { start: at, end };
    const type = bracket.mark === '{' ? resourceBefore(lead) : undefined;
    if (type !== undefined)
      return FOR_MODELS.test(type) ? undefined : { start: bracket.at, end: bracket.close };
    if (bracket.mark === '(' && text.charAt(bracket.close + 1) === '(')
      return { start: bracket.at, end: brackets.open(bracket.close + 2)[0]?.close ?? bracket.close };
  }
  return isOfOtherClient(text, textBefore(text, at, LEAD)) ? { start: at, end } : undefined;
}

function resourceBefore(lead: string): string | undefined {
  const [, terraform, bicep] = RESOURCE.exec(lead) ?? [];
  return terraform ?? bicep;
}

/** What keeps values for other blocks of a template, and how these take them. */
const VALUES = /(?:^|\n)[ \t]{0,9}(?:locals|variable\s{1,9}"[\w-]{1,80}")\s{0,9}$/;
const TAKES_VALUE = /\b(?:local|var)\./;
/** A value of Bicep that stands by itself. */
const NAMED_VALUE = /(?:^|\n)[ \t]{0,9}(?:param|var)\s{1,9}(\w{1,80})\b[^\n]*$/;

/**
 * How a block that alone has a region takes what stands at a place, where that is kept for other blocks; `undefined`
 * where it is not.
 */
export function takingOf({ text, brackets }: Knowledge, place: number): RegExp | undefined {
  const block = brackets.open(place).at(-1);
  const lead = textBefore(text, block?.at ?? place, LEAD);
  const name = NAMED_VALUE.exec(lead)?.[1];
  if (name !== undefined) return new RegExp(String.raw`\b${name}\b`);
  return block === undefined || VALUES.test(lead) ? TAKES_VALUE : undefined;
}

/** Whether what alone has a region is a block that takes a value so. */
export function takes({ text }: Knowledge, { start, end }: TextRange, taking: RegExp | undefined): boolean {
  return text.charAt(start) === '{' && taking?.test(text.slice(start, end)) === true;
}

/** Whether a text ends in the arguments of a client of another service, or in what is called of it. */
function endsInOtherClient(lead: string): boolean {
  return [...matchesOf(lead, OTHER_CLIENT)].some(({ 0: client, index }) => {
    const between = lead.slice(index + client.replace(/\($/, '').length);
    return ITS_OWN.test(between) && !MODELS_CLIENT.test(between) && isOneExpression(between);
  });
}

/** Whether no comma outside of brackets, and no bracket that closes what is around, ends what a text begins with. */
function isOneExpression(text: string): boolean {
  let depth = 0;
  for (const mark of text) {
    if ('(['.includes(mark)) depth++;
    else if (')]'.includes(mark)) depth--;
    if (depth < 0 || (depth === 0 && mark === ',')) return false;
  }
  return true;
}

function isOfOtherClient(text: string, lead: string, bracket?: Bracket): boolean {
  if (endsInOtherClient(lead)) return true;
  if (bracket?.mark !== '(' || !BOTO.test(lead)) return false;
  const service = NAMED_SERVICE.exec(textBehind(text, bracket.at, 100))?.[1];
  return service !== undefined && !MODELS_OF_AWS.test(service);
}
