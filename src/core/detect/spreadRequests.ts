import { textBefore, textFrom } from '../text/pieces';
import type { TextRange } from '../text/range';
import { matchesOf } from '../text/matches';
import { type Bracket, type Brackets, calleeBefore } from './brackets';
import { isRequest } from './requests';
import { loaderAt } from './signatures/loaders';
import { lineBefore } from './surroundings';

/** Requests of one text that are read. */
const MOST_REQUESTS = 200;
/** How far behind the bracket of a request a model of its own is looked for, in characters. */
const LONGEST_REQUEST = 1_500;
/** A variable whose entries may become arguments: `**args`, `...params`. */
const SPREAD = /(?:\*\*|\.\.\.)[A-Za-z_$][\w$.]{0,80}(?=\s{0,80}[,)}])/g;
/** What stands before an argument. Asked only where one is: looked for at every place of a text it takes long. */
const BEFORE_ARGUMENT = /[({,]\s{0,80}$/;
const LONGEST_BLANK = 81;
const COMMENT = /^\s*(?:#|\/\/|\*|--)/;
/** An argument that says a model, in the spelling of any client. */
const MODEL = /(?<![\w$.])model(?:_?id|_?name)?["']?\s{0,4}[=:,})]/i;

/** A call of a client that gets its arguments as a variable. */
export interface SpreadRequest {
  readonly range: TextRange;
  readonly callee: string;
}

/** The calls of clients of services in a text, in order, that say no model and get further arguments as a variable. */
export function spreadRequests(text: string, brackets: Brackets): readonly SpreadRequest[] {
  const found = new Map<number, SpreadRequest>();
  for (const { 0: written, index } of matchesOf(text, SPREAD)) {
    if (found.size >= MOST_REQUESTS) break;
    if (!BEFORE_ARGUMENT.test(textBefore(text, index, LONGEST_BLANK))) continue;
    const call = brackets.open(index).find(({ mark }) => mark === '(');
    const callee = call === undefined ? '' : calleeBefore(text, call);
    if (call === undefined || !asksService(callee) || COMMENT.test(lineBefore(text, index))) continue;
    if (found.has(call.at) || isDefined(text, call) || saysModel(text, call)) continue;
    found.set(call.at, { range: { start: index, end: index + written.length }, callee });
  }
  return [...found.values()];
}

/** Whether a call is known to ask a service for the model that it is given. */
function asksService(callee: string): boolean {
  const takes = (key: string): boolean => loaderAt({ callee, argument: 0 }, key)?.role === 'calls';
  return callee !== '' && (isRequest(callee) || ['model', 'model_id', 'modelId'].some(takes));
}

/** `def converse(**args)`, `converse(...args) {`: a function of that name. */
function isDefined(text: string, { at, close }: Bracket): boolean {
  return (
    /\b(?:def|function)\s[\w$ ]*$/.test(lineBefore(text, at)) ||
    /^\s*(?:\{|=>)/.test(text.slice(close + 1, close + 40))
  );
}

function saysModel(text: string, { at, close }: Bracket): boolean {
  return MODEL.test(textFrom(text, at, close + 1, LONGEST_REQUEST));
}
