import type { TextRange } from '../text/range';
import { matchesOf } from '../text/matches';
import { lineBefore } from './surroundings';
import { type Brackets, calleeBefore } from './brackets';
import type { DynamicArgument } from './site';

/** How far behind the bracket of a request its model is looked for, in characters. */
const LONGEST_REQUEST = 1_500;
/** Longest expression that is read. */
const LONGEST_EXPRESSION = 160;
/** Requests of one text that are read. */
const MOST_REQUESTS = 200;

/**
 * Requests of the clients of services, which name a model by a property: those of OpenAI, Anthropic and Google and of
 * all who took over their interfaces, and of the gateway LiteLLM.
 */
const REQUEST = new RegExp(
  String.raw`\b(?:(?:completions|responses|messages|embeddings|images|transcriptions|translations|speech)\.` +
    String.raw`(?:create|parse|stream|generate)|models\.(?:generate_content|generateContent|embed_content|` +
    String.raw`embedContent)(?:_stream|Stream)?|litellm\.a?(?:completion|embedding))\(`,
  'g',
);
/** `model=`, `model:`, and the short form of a property in braces. */
const MODEL = /(?<![\w$.])model(?:\s{0,4}(?:=(?!=)|:)\s{0,4}|(?=\s{0,4}[,}]))/;
const COMMENT = /^\s*(?:#|\/\/|\*|--)/;

/**
 * The models of requests to services as far as they are no plain texts, in order: they are named elsewhere in the
 * text, or when the program runs.
 */
export function requestedModels(text: string, brackets: Brackets): readonly DynamicArgument[] {
  const found: DynamicArgument[] = [];
  for (const { 0: written, index } of matchesOf(text, REQUEST)) {
    if (found.length >= MOST_REQUESTS) break;
    const open = index + written.length;
    const [bracket] = brackets.open(open);
    if (bracket?.at !== open - 1 || COMMENT.test(lineBefore(text, index))) continue;
    const range = modelIn(text, open, Math.min(bracket.close, open + LONGEST_REQUEST));
    if (range === undefined || /^["'`]/.test(text.slice(range.start, range.start + 1))) continue;
    const call = { callee: calleeBefore(text, bracket), argument: 0 };
    found.push({
      range,
      site: { lexical: 'string', where: 'code', key: 'model', parents: [], group: 0, call },
    });
  }
  return found;
}

/** The expression that stands for the model between the brackets of a request. */
function modelIn(text: string, from: number, to: number): TextRange | undefined {
  const found = MODEL.exec(text.slice(from, to));
  if (found === null) return undefined;
  const isShort = found[0] === 'model';
  const start = from + found.index + (isShort ? 0 : found[0].length);
  const end = isShort ? start + found[0].length : endOfExpression(text, start, to);
  return end > start ? { start, end } : undefined;
}

/** Where an expression ends: before a comma, an end of a line or a closing mark that is not its own. */
function endOfExpression(text: string, start: number, to: number): number {
  let depth = 0;
  let at = start;
  for (; at < to && at < start + LONGEST_EXPRESSION; at++) {
    const char = text.charAt(at);
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && --depth < 0) break;
    else if (depth === 0 && (char === ',' || char === '\n')) break;
  }
  return start + text.slice(start, at).trimEnd().length;
}
