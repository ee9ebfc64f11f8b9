import { textBefore, textBehind, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import type { HostEvidence } from './beside';
import { commandAround, lineBefore } from './surroundings';

/** Regions that are given to one command, by its flag or by a variable before it: no other command has them. */

/** A flag up to the end of its name, and the variables before the program of a command. */
const FLAG = /(?:^|[\s"'])--[\w-]{0,30}$/;
const VARIABLES = /^[ \t]*(?:[A-Za-z_]\w{0,60}=\S{0,200}[ \t]{1,4}){0,6}(?:[A-Z]\w{0,60}_)?$/;
const PROGRAM =
  /^["']?[ \t]{1,4}(?:[A-Za-z_]\w{0,60}=\S{0,200}[ \t]{1,4}){0,6}[a-z./][\w./-]{0,100}(?:[ \t]|$)/;

/** The command that alone has the region of a setting; `undefined` where it is set for more than one. */
export function commandOf(text: string, { at, end }: HostEvidence): TextRange | undefined {
  const isFlag = FLAG.test(textBefore(text, at, 40));
  const isVariable = !isFlag && VARIABLES.test(lineBefore(text, at)) && isBeforeProgram(text, { at, end });
  return isFlag || isVariable ? commandAround(text, at) : undefined;
}

function isBeforeProgram(text: string, { at, end }: Pick<HostEvidence, 'at' | 'end'>): boolean {
  const [line = ''] = textBehind(text, end, 400).split('\n', 1);
  return text.charAt(at) !== '"' && /=/.test(text.slice(at, end)) && PROGRAM.test(line);
}

/** Global options of the programs of clouds, which stand before the service. */
const OPTIONS =
  String.raw`(?:--(?:no-[\w-]{1,30}|debug)\s{1,40}|` +
  String.raw`--[\w-]{1,30}(?:=\S{1,200}|\s{1,40}[^\s-]\S{0,200})\s{1,40}){0,8}`;
const SERVICE = new RegExp(
  String.raw`(?<![\w./-])(aws|gcloud|az)(?:\.exe|\.cmd)?\s{1,40}${OPTIONS}(?:(?:alpha|beta)\s{1,9})?([a-z][\w-]{0,40})`,
);
/** Services of AWS that run models, as its program and its libraries call them. */
export const MODELS_OF_AWS = /^(?:bedrock|sagemaker)/;
/**
 * Services whose region is that of the models, or where programs are run and things set up that may call these: a
 * function of AWS has its own region for that of its clients.
 */
const OF_MODELS: Readonly<Record<string, readonly [models: RegExp, others: RegExp]>> = {
  aws: [
    MODELS_OF_AWS,
    /^(?:cloudformation|lambda|ecs|eks|apprunner|batch|ec2|elasticbeanstalk|stepfunctions)$/,
  ],
  gcloud: [/^ai$/, /^config$/],
  az: [/^(?:cognitiveservices|ml|ai)$/, /^(?:deployment|stack|group|config(?:ure)?)$/],
};

/**
 * How likely the region of a command is that of calls elsewhere, from 0 on: that of a bucket or a certificate is not,
 * and that of a group of resources only where no command of a service for models has one.
 */
export function weightOf(text: string, { start, end }: TextRange): number {
  const [, program = '', service = ''] = SERVICE.exec(text.slice(start, end)) ?? [];
  const [models, others] = OF_MODELS[program] ?? [];
  if (models === undefined || models.test(service)) return 2;
  return others?.test(service) === true ? 1 : 0;
}

/**
 * A program with what it gets, behind the variables that are set for it. Azure's has no region of its own: what it sets
 * up is where its account is.
 */
const COMMAND = /^\s*(?:\w{1,60}=\S{0,200}\s{1,9}){0,6}(?:sudo\s{1,9})?(?:aws|gcloud|curl|docker|podman)\s/;

/** Whether a place is in a command that has a region of its own, or that of its environment. */
export function isInCommand(text: string, at: number): boolean {
  const { start, end } = commandAround(text, at);
  return COMMAND.test(textFrom(text, start, end, 400));
}

/** The account of Azure that a command makes, or sets something up in: `az cognitiveservices account … --name us`. */
const ACCOUNT = /\bcognitiveservices\s{1,9}account\b/;
const NAMED = /(?:--name|\s-n)[\s=]{1,9}["']?([\w${}.-]{1,100})/;

/** Whether a command at one place makes another account than the one that the command at the other is for. */
export function isOfOtherAccount(text: string, command: TextRange, at: number): boolean {
  const [made, asked] = [command, commandAround(text, at)].map((range) => accountIn(text, range));
  return made !== undefined && asked !== undefined && made !== asked;
}

function accountIn(text: string, { start, end }: TextRange): string | undefined {
  const command = textFrom(text, start, end, 1_000);
  return ACCOUNT.test(command) ? NAMED.exec(command)?.[1] : undefined;
}
