import type { TextRange } from './range';
import { OTHER, shapeOf } from './shape';

/**
 * Letters of other alphabets that look like Latin ones, each pair one after the other, as the Unicode Consortium lists
 * them (https://www.unicode.org/Public/security/latest/confusables.txt).
 */
const PAIRS =
  'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTХXІIЅSЈJ' +
  'αaοoνvιiρpΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXıiɡg‐-‑-‒-–-−-';
const LATIN: ReadonlyMap<string, string> = new Map(
  Array.from(
    { length: PAIRS.length / 2 },
    (_, at) => [PAIRS.charAt(2 * at), PAIRS.charAt(2 * at + 1)] as const,
  ),
);
/** Characters that nobody sees: soft hyphen, joiners, marks of direction and order. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
/** Owner, slash and name on the Hub, and some more. */
const LONGEST = 200;

/** What a reader takes a text for: Latin letters for those that look like them, and without what nobody sees. */
export function asRead(text: string): string {
  const seen = text.normalize('NFKC').replace(INVISIBLE, '');
  return [...seen].map((letter) => LATIN.get(letter) ?? letter).join('');
}

/**
 * What a reader takes a stretch of text beyond ASCII for, where that is one word of ASCII: `meta-llama/Llama-3.1-8B`
 * with a Cyrillic letter. `undefined` where it is not, or has blanks.
 */
export function readAsWord(text: string, { start, end }: TextRange): string | undefined {
  if (end - start > LONGEST) return undefined;
  const read = asRead(text.slice(start, end));
  return (shapeOf(read, 0, read.length) & OTHER) === 0 ? read : undefined;
}
