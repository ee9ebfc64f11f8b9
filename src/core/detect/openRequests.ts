import { gramsOf } from '../text/grams';
import { textBehind } from '../text/pieces';
import { byStart, type TextRange } from '../text/range';
import { matchesOf } from '../text/matches';
import { type Bracket, type Brackets, calleeBefore } from './brackets';
import { HOLES } from './beside';
import { isPrinted, writesLine } from './signatures/printers';
import { lineBefore } from './surroundings';

/** Requests of one text that are read. */
const MOST_REQUESTS = 200;
/** Longest expression for an address that is read. */
const LONGEST_EXPRESSION = 160;
/** How far behind the bracket of a request its contents are looked at, in characters. */
const LONGEST_REQUEST = 1_500;
const COMMENT = /^\s*(?:#|\/\/|\*|--\s)/;

/** The end of an address at which models are asked through OpenAI's interface, or one that took it over. */
export const ASKED_PATH =
  String.raw`(?:chat/completions|v\d/(?:completions|embeddings|rerank|audio/(?:speech|` +
  String.raw`transcriptions|translations)|images/generations))(?![\w-])`;
const ASKED = new RegExp(ASKED_PATH);
/** What a text must have for such an end. */
const OF_PATH = [
  '/completions',
  '/embeddings',
  '/rerank',
  'audio/speech',
  'audio/trans',
  'images/generations',
];

/** Whether a text has such an end of an address: most have none, which this tells sooner than the forms of these. */
export function hasAskedPath(text: string): boolean {
  return gramsOf(text).mayHaveAny(OF_PATH) && ASKED.test(text);
}

/** The first parts of its path: `/openai/v1/`. */
const LEAD = String.raw`(?:[\w.-]{1,30}/){0,3}?`;

/** `"${BASE}/v1/chat/completions"`, `f"{base}/chat/completions"`, `"$BASE/v1/chat/completions"` */
const FILLED = new RegExp(
  String.raw`(?:["'\x60]|(?<=\s))(?:https?://)?(?:${HOLES}|\{[^{}\n]{1,80}\}|\$\w{1,60}|%s)` +
    String.raw`(?::?(?:${HOLES}|\d{2,5}))?/${LEAD}${ASKED_PATH}`,
  'g',
);
/** `base + "/v1/chat/completions"`, `$base . '/chat/completions'`: the part that is written. */
const ADDED = new RegExp(String.raw`(?:\+|\.|<>|\+\+)\s{0,40}["'\x60]/?${LEAD}${ASKED_PATH}`, 'g');
/** `urljoin(base, "v1/chat/completions")`, `new URL("/v1/chat/completions", base)` */
const JOINED = new RegExp(
  String.raw`\b(?:urljoin|join|[Jj]oinPath|resolve|URL)\(\s{0,40}(?:[\w.$()\[\]"'-]{1,100},\s{0,40})?["'\x60]/?` +
    `${LEAD}${ASKED_PATH}`,
  'g',
);

/** A request to an address that is put together when the program runs. */
export interface OpenRequest {
  /** The expression for the address. */
  readonly range: TextRange;
  /** What is called with it; `''` where it is given no call. */
  readonly callee: string;
  /** What is between the brackets of that call. */
  readonly within: TextRange | undefined;
}

/**
 * The requests of OpenAI's interface in a text whose address begins with what is filled in when the program runs, in
 * order: neither who answers there nor, mostly, which model is written.
 */
export function openRequests(text: string, brackets: Brackets): readonly OpenRequest[] {
  if (!hasAskedPath(text)) return [];
  const found = new Map<number, OpenRequest>();
  for (const form of [FILLED, ADDED, JOINED])
    for (const { 0: written, index } of matchesOf(text, form)) {
      if (found.size >= MOST_REQUESTS) break;
      const end = index + written.length;
      const start = form === ADDED ? startOfExpression(text, index) : index;
      if (start === undefined || isOnlyShown(text, index, end)) continue;
      const call = callAround(text, brackets, start);
      if (!writesLine(call.callee)) found.set(start, { range: { start, end }, ...call });
    }
  return [...found.values()].sort(byStart);
}

/** Whether people read an address, in a comment or where a script prints it, and nothing is asked there. */
function isOnlyShown(text: string, start: number, end: number): boolean {
  const before = lineBefore(text, start);
  return COMMENT.test(before) || isPrinted(before, textBehind(text, end, LONGEST_LINE));
}

const LONGEST_LINE = 300;

/**
 * Where the expression begins to which a text is added; `undefined` where it is a text itself, which an address in
 * several parts is.
 */
function startOfExpression(text: string, end: number): number | undefined {
  let depth = 0;
  let at = end;
  for (; at > 0 && at > end - LONGEST_EXPRESSION; at--) {
    const char = text.charAt(at - 1);
    if (')]}'.includes(char)) depth++;
    else if ('([{'.includes(char) && --depth < 0) break;
    else if (depth === 0 && /[,;\n=]/.test(char)) break;
  }
  const before = text.slice(at, end);
  const start = at + before.length - before.trimStart().length;
  return /^["'`]|^\s*$/.test(text.slice(start, end)) ? undefined : start;
}

/** Whether a request says a model in its own brackets. */
export function hasModel(text: string, { start, end }: TextRange): boolean {
  return /(?<![\w$.])model["']?\s{0,4}[=:,}]/.test(text.slice(start, end));
}

function callAround(text: string, brackets: Brackets, at: number): Pick<OpenRequest, 'callee' | 'within'> {
  const call = brackets.open(at).find(isCall(text));
  if (call === undefined) return { callee: '', within: undefined };
  const end = Math.min(call.close, call.at + LONGEST_REQUEST);
  return { callee: calleeBefore(text, call), within: { start: call.at, end } };
}

function isCall(text: string): (bracket: Bracket) => boolean {
  return (bracket) => bracket.mark === '(' && calleeBefore(text, bracket) !== '';
}
