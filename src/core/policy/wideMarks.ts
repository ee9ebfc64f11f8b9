import { message, type Message } from '../message';

/** A mark, digit or letter as keyboards for Japanese and Chinese write it; YAML takes each of them for a letter. */
const WIDE_MARK = /[！-～、。「」『』“”‘’]/;
const WIDE_BLANK = '\u3000';
/** What such a mark stands for where that is not its compatible form. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['、', ','],
  ['。', '.'],
  ...[...'「」『』“”'].map((quote) => [quote, '"'] as const),
  ...[...'‘’'].map((quote) => [quote, "'"] as const),
]);

/**
 * What is wrong with a text that has no meaning here, where it has a wide mark: nobody sees that by looking at it.
 * @returns names the first one and what to write in its place; `undefined` where there is none
 */
export function wideMarkIn(text: string): Message | undefined {
  const mark = WIDE_MARK.exec(text)?.[0] ?? (text.includes(WIDE_BLANK) ? WIDE_BLANK : undefined);
  if (mark === undefined) return undefined;
  return message(
    '"{0}" is a full-width character, which YAML takes for a letter: write "{1}"',
    mark,
    PLAIN.get(mark) ?? mark.normalize('NFKC'),
  );
}

/** Where a wide colon stands behind a key, or a wide bracket instead of one, from `start` on in its line; `undefined` where neither does. */
export function wideSyntaxAt(text: string, start: number): number | undefined {
  const [whole] = /^(?:[\w-]+[ \u3000]*：|[｛［])/.exec(text.slice(start)) ?? [];
  return whole === undefined ? undefined : start + whole.length - 1;
}
