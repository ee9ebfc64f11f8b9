import type { TextRange } from '../../text/range';
import { matchesOf } from '../../text/matches';
import { nameOfRecord } from '../namedValues';

/** A value without quotes in a mapping that stands in brackets, under its keys, innermost first. */
interface FlowEntry {
  readonly value: TextRange;
  readonly keys: readonly string[];
  /** Where the list begins whose element it is. */
  readonly list?: number;
}

/** A bracket that is open, with the key that it stands under. */
interface Open {
  readonly key: string;
  readonly list?: number;
}

/** A quoted text, a bracket or comma, a comment, or what is written without quotes, up to a mark or a colon. */
const TOKEN =
  /"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{},]|(?<=\s)#[^\n]*|(?:[^\s[\]{},:"']|:(?![\s,[\]{}])|(?<=[^\s[\]{},])["']){1,300}|:/g;
const MARK = /^[[\]{},]$/;
/** So many brackets around a value may tell what it is. */
const MOST_AROUND = 40;

/**
 * `{ preset: { name: phi-4 } }` of YAML: the values that are one word without quotes, each with the keys that it
 * stands under, and the elements of lists under keys, `{ models: { pull: [phi4] } }`.
 */
export function flowEntries(text: string, { start, end }: TextRange): readonly FlowEntry[] {
  const written = text.slice(start, end);
  // The braces of a template are none of the mapping's.
  if (!written.includes(':') || written.includes('{{')) return [];
  const entries: FlowEntry[] = [];
  const open: Open[] = [];
  let key = '';
  let words: TextRange[] = [];
  for (const { 0: token, index } of matchesOf(written, TOKEN)) {
    if (token.startsWith('#')) continue;
    if (token === ':') key = keyAt(text, words.at(-1));
    else if (MARK.test(token)) {
      const value = valueOf(text, words);
      const entry = value && entryOf(key, open);
      if (value !== undefined && entry !== undefined) entries.push({ value, ...entry });
      nest(open, token, { key, ...(token === '[' && { list: start + index }) });
      key = '';
    } else {
      words.push({ start: start + index, end: start + index + token.length });
      continue;
    }
    words = [];
  }
  return entries;
}

/** The one word without quotes that a value is. */
function valueOf(text: string, words: readonly TextRange[]): TextRange | undefined {
  const [value, ...more] = words;
  return value === undefined || more.length > 0 || /["']/.test(text.charAt(value.start)) ? undefined : value;
}

/** The keys that a value stands under, with its own; `undefined` where it has none, nor has a list around it. */
function entryOf(key: string, open: readonly Open[]): Omit<FlowEntry, 'value'> | undefined {
  const list = key === '' ? open.at(-1)?.list : undefined;
  if (key === '' && (list === undefined || open.at(-1)?.key === '')) return undefined;
  const around = open.slice(-MOST_AROUND).map((one) => one.key);
  const keys = [key, ...around.toReversed()].filter((name) => name !== '');
  return { keys, ...(list !== undefined && { list }) };
}

/** Takes down the bracket that opens, up to where it closes. */
function nest(open: Open[], mark: string, one: Open): void {
  if (mark === '{' || mark === '[') open.push(one);
  else if (mark !== ',') open.pop();
}

/** What a key is called: of `value` beside a `name` that is the name. */
function keyAt(text: string, range: TextRange | undefined): string {
  if (range === undefined) return '';
  const key = text.slice(range.start, range.end).replaceAll(/["']/g, '');
  return key === 'value' ? (nameOfRecord(text, range.start) ?? key) : key;
}
