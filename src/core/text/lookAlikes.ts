import type { TextRange } from './range';
import { OTHER, shapeOf } from './shape';

/**
 * Letters of other scripts that look like those of ASCII, each pair one after the other, from the data of Unicode
 * Technical Standard #39 (https://www.unicode.org/Public/security/latest/confusables.txt).
 */
const PAIRS =
  'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlАAВBЕEКKМMНHОOРPСCТTХXІIЅSЈJ' +
  'αaοoνvιiρpυuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXոnօoıiɑaɡg';
const LATIN: ReadonlyMap<string, string> = new Map(
  Array.from(
    { length: PAIRS.length / 2 },
    (_, at) => [PAIRS.charAt(2 * at), PAIRS.charAt(2 * at + 1)] as const,
  ),
);
/** Dashes that are written in the place of a hyphen. */
const DASHES = /[\u2010-\u2013\u2212]/g;
/** Characters that nobody sees: soft hyphen, joiners, marks of direction and order. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
/** Owner, slash and name on the Hub, and some more. */
const LONGEST = 200;

/** A text with letters of ASCII in the place of those that look like them. */
export function inLatin(text: string): string {
  return [...text].map((letter) => LATIN.get(letter) ?? letter).join('');
}

/** What a reader takes a text for: letters and hyphens of ASCII for what looks like them, without what nobody sees. */
export function asRead(text: string): string {
  return inLatin(text.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-'));
}

/**
 * What a reader takes a stretch of text beyond ASCII for, where that is one word of ASCII: `meta-llama/Llama-3.1-8B`
 * with a Cyrillic letter. `undefined` where it is not, or has blanks.
 */
export function readAsWord(text: string, { start, end }: TextRange): string | undefined {
  if (end - start > LONGEST) return undefined;
  const written = text.slice(start, end);
  // Most strings that are asked about are several words: a blank stays one, whatever the rest looks like.
  if (/[ \t\r\n]/.test(written)) return undefined;
  const read = asRead(written);
  return (shapeOf(read, 0, read.length) & OTHER) === 0 ? read : undefined;
}
