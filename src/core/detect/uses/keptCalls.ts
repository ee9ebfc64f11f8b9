import { message } from '../../message';
import { matchesOf } from '../../text/matches';
import { textBefore, textBehind, textFrom } from '../../text/pieces';
import type { Bracket, Brackets } from '../brackets';
import { withoutNested } from '../listing/attributes';
import { is, listedAs, needing, type Needs } from './place';

const ROW: Needs = {
  where: ['code', 'config'],
  loader: false,
  words: ['prompttokens', 'prompt_tokens', 'inputtokens', 'input_tokens'],
  key: is(/model(?:_?(?:name|id))?$/i),
};

/**
 * One of several rows of a log, `{ usedModel: "gpt-4o", promptTokens: 45, completionTokens: 20, duration: 1500 }`: what
 * was counted is known once a call was made, and settings limit it by other names (`maxTokens`).
 */
export const isKeptCall = needing(ROW, ({ registry, text, start, knowledge: { brackets } }) => {
  const [own] = brackets.open(start);
  if (own?.mark !== '{' || !isRow(text, own)) return undefined;
  const kin = rowBehind(text, own, brackets) ?? rowBefore(text, own, brackets);
  return kin !== undefined && isRow(text, kin)
    ? listedAs(registry, message('it is in a record of results'))
    : undefined;
});

/** How far a row is looked at, and from one to the next, in characters. */
const LONGEST_ROW = 8_000;
const LONGEST_GAP = 200;

/** What a call took and gave, as counts. */
const COUNTED =
  /(?<![\w-])["']?(prompt|input|completion|output)_?tokens["']?\s{0,8}[:=]\s{0,8}["']?\d{1,12}["']?\s{0,8}(?:,|$)/gi;
/** What else a call that was made has. How long it may take and what it may cost is said beforehand, too. */
const OF_CALL = new RegExp(
  String.raw`(?<![\w-])["']?(?:(duration|latency|elapsed|response_?time|response_?size|(?:total_?)?cost)` +
    String.raw`(?:_?(?:ms|usd))?["']?\s{0,8}[:=]\s{0,8}["']?\d|` +
    String.raw`(finish_?reason|request_?id|trace_?id|created_?at|timestamp)["']?\s{0,8}[:=]` +
    String.raw`(?!\s{0,8}(?:true|false)\b)|` +
    String.raw`(status_?code|has_?error)["']?\s{0,8}[:=]\s{0,8}(?:\d|true|false))`,
  'gi',
);
const FEWEST_OF_CALL = 2;

/** Whether a mapping itself says what was counted of a call, on both sides of it, and more of how that went. */
function isRow(text: string, { at, close }: Bracket): boolean {
  const own = withoutNested(textFrom(text, at + 1, close, LONGEST_ROW));
  const sides = new Set([...matchesOf(own, COUNTED)].map(([, side]) => isAsked(side)));
  const marks = [...matchesOf(own, OF_CALL)];
  const isOver = marks.some(([, , said]) => said !== undefined);
  return sides.size === 2 && isOver && new Set(marks.map(keyOf)).size >= FEWEST_OF_CALL;
}

/** Whether a count is of what a model was asked, and not of its answer. */
function isAsked(side = ''): boolean {
  return /^(?:prompt|input)$/i.test(side);
}

function keyOf([, measure, said, state]: RegExpMatchArray): string {
  return (measure ?? said ?? state ?? '').replace('_', '').toLowerCase();
}

/** The mapping behind one in the same list. */
function rowBehind(text: string, { close }: Bracket, brackets: Brackets): Bracket | undefined {
  const gap = /^\}\s{0,80},\s{0,80}\{/.exec(textBehind(text, close, LONGEST_GAP))?.[0];
  return gap === undefined ? undefined : brackets.open(close + gap.length)[0];
}

/** The mapping before one in the same list. */
function rowBefore(text: string, { at }: Bracket, brackets: Brackets): Bracket | undefined {
  const gap = /\}\s{0,80},\s{0,80}$/.exec(textBefore(text, at, LONGEST_GAP))?.[0];
  return gap === undefined ? undefined : brackets.closedAt(at - gap.length);
}
