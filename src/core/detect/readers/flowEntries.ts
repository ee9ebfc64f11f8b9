import type { TextRange } from '../../text/range';
import { matchesOf } from '../../text/matches';
import { nameOfRecord } from '../namedValues';

/** A value without quotes in a mapping that stands in brackets, under its keys, innermost first. */
interface FlowEntry {
  readonly value: TextRange;
  readonly keys: readonly string[];
}

/** A quoted text, a bracket or comma, a comment, or what is written without quotes, up to a mark or a colon. */
const TOKEN =
  /"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{},]|(?<=\s)#[^\n]*|(?:[^\s[\]{},:"']|:(?![\s,[\]{}])|(?<=[^\s[\]{},])["']){1,300}|:/g;
const MARK = /^[[\]{},]$/;

/**
 * `{ preset: { name: phi-4 } }` of YAML: the values that are one word without quotes, each with the keys that it
 * stands under.
 */
export function flowEntries(text: string, { start, end }: TextRange): readonly FlowEntry[] {
  const written = text.slice(start, end);
  // The braces of a template are none of the mapping's.
  if (!written.includes(':') || written.includes('{{')) return [];
  const entries: FlowEntry[] = [];
  const open: string[] = [];
  let key = '';
  let words: TextRange[] = [];
  for (const { 0: token, index } of matchesOf(written, TOKEN)) {
    if (token.startsWith('#')) continue;
    if (token === ':') key = keyAt(text, words.at(-1));
    else if (MARK.test(token)) {
      const value = valueOf(text, words);
      if (key !== '' && value !== undefined) entries.push({ value, keys: keysOf(key, open) });
      nest(open, token, key);
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

function keysOf(key: string, open: readonly string[]): readonly string[] {
  return [key, ...open.toReversed()].filter((name) => name !== '');
}

/** Takes down the key that a bracket opens under, up to where it closes. */
function nest(open: string[], mark: string, key: string): void {
  if (mark === '{' || mark === '[') open.push(key);
  else if (mark !== ',') open.pop();
}

/** What a key is called: of `value` beside a `name` that is the name. */
function keyAt(text: string, range: TextRange | undefined): string {
  if (range === undefined) return '';
  const key = text.slice(range.start, range.end).replaceAll(/["']/g, '');
  return key === 'value' ? (nameOfRecord(text, range.start) ?? key) : key;
}
