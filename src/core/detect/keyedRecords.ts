import { perObject } from '../once';
import type { Brackets } from './brackets';
import { matchesOf } from '../text/matches';

/** So many records of one form under keys of their own make a table. */
const FEWEST = 3;
/** The longest mapping that is looked through, in characters. */
const LONGEST_MAPPING = 50_000;
/** A record that holds no other, under a key: `fast: { … }`, `'fast' => { … }`, `"fast": Model{ … }`. */
const KEYED_RECORD = /[\w"'`\]]\s{0,8}(?::|=>|:?=)\s{0,20}(?:new\s{1,9}|&)?[\w.]{0,60}\s?\{([^{}]{0,600})\}/g;

/** Of each text, whether a mapping keeps such records under a key: found once, for a mapping may have many records. */
const ANSWERS = perObject((_brackets: Brackets) => new Map<string, boolean>());

/**
 * Whether a place is in one of several records that a mapping keeps under keys of their own, all of which have a key
 * and pass a test: `fast: { value: 'gpt-4o-mini', desc: 'Fast' }, large: { value: 'gpt-4o', desc: 'Large' }, …`.
 * @param key that of the value at the place
 * @param isTold whether a record says what only tables say: one test for all places of a text
 */
export function isAmongKeyedRecords(
  { text, start, brackets }: { readonly text: string; readonly start: number; readonly brackets: Brackets },
  key: string,
  isTold: (record: string) => boolean,
): boolean {
  const [own, outer] = brackets.open(start);
  if (own?.mark !== '{' || outer?.mark !== '{' || !/^\w{1,60}$/.test(key)) return false;
  const answers = ANSWERS(brackets);
  const asked = `${outer.at} ${key}`;
  let answer = answers.get(asked);
  if (answer === undefined) {
    const mapping = text.slice(outer.at + 1, Math.min(outer.close, outer.at + LONGEST_MAPPING));
    answers.set(asked, (answer = areKept(mapping, key, isTold)));
  }
  return answer;
}

/** Whether a mapping has enough records with a key that pass a test. */
function areKept(mapping: string, key: string, isTold: (record: string) => boolean): boolean {
  const hasKey = new RegExp(`(?<![\\w-])${key}["'\`\\]]?\\s{0,8}(?::|=)`);
  let count = 0;
  for (const [, record = ''] of matchesOf(mapping, KEYED_RECORD)) {
    if (hasKey.test(record) && isTold(record)) count++;
    if (count >= FEWEST) return true;
  }
  return false;
}
