import { textBefore, textBehind } from '../text/pieces';
import type { TextRange } from '../text/range';
import type { HostEvidence } from './beside';
import type { Bracket } from './brackets';
import type { Knowledge } from './knowledge';

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
    String.raw`\.\w{0,20}Client\b)[^;{}\n]{0,160}$`,
  'i',
);
/** The first argument of what makes a client of AWS for Python: `boto3.client("s3"`. */
const BOTO = /\.(?:client|resource|create_client)$/;
const NAMED_SERVICE = /^\(\s{0,40}(?:service_name\s{0,4}=\s{0,4})?["']([a-z][\w-]{1,40})["']/;
const OF_MODELS = /^(?:bedrock|sagemaker)/;

/** The resources of templates that models run in, or that lend their place to these. */
const RESOURCE = new RegExp(
  String.raw`(?:^|\n)[ \t]{0,9}(?:resource|data)\s{1,9}"([\w-]{1,80})"\s{1,9}"[\w-]{1,80}"\s{0,9}$|` +
    String.raw`\bresource\s{1,9}\w{1,80}\s{1,9}'([\w./-]{1,100})@[\w-]{1,40}'\s{0,9}=\s{0,9}` +
    String.raw`(?:if\s{0,4}\([^()]{0,80}\)\s{0,9})?$`,
);
const FOR_MODELS =
  /cognitive|machine_?learning|_ai_|openai|resource_?group|bedrock|sagemaker|vertex|agent_?core/i;

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

function isOfOtherClient(text: string, lead: string, bracket?: Bracket): boolean {
  if (OTHER_CLIENT.test(lead)) return true;
  if (bracket?.mark !== '(' || !BOTO.test(lead)) return false;
  const service = NAMED_SERVICE.exec(textBehind(text, bracket.at, 100))?.[1];
  return service !== undefined && !OF_MODELS.test(service);
}
