/*
 * Encodings of East Asia write a character in two bytes, of which the second may be that of a backslash, a bracket or
 * a letter: Shift_JIS has 能 as 94 5C. Read as UTF-8, which an editor does that is told nothing else, the first becomes
 * U+FFFD and the second stands there as what it looks like: `"機能"` does not end, and behind it strings are code and
 * code is strings.
 */

const BROKEN = 0xfffd;
const BROKEN_CHARACTER = '\uFFFD';
const HALF_MARKS = new Set('@[\\]^`{|}~');

/**
 * What a text may say as well, where bytes of it are none of UTF-8: the same, of the same length, without the halves of
 * characters that look like marks of code. Nothing tells which bytes these were, so that there is more than one:
 * without those of pairs that begin where the broken ones do, and without all that stand behind a broken one, for
 * half-width kana are one byte, and some bytes are read as one.
 */
export function otherReadings(text: string): readonly string[] {
  if (!text.includes(BROKEN_CHARACTER)) return [];
  return [...new Set([withoutHalves(text, 'in pairs'), withoutHalves(text, 'all')])].filter(
    (reading) => reading !== text,
  );
}

function withoutHalves(text: string, which: 'in pairs' | 'all'): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = text.indexOf(BROKEN_CHARACTER); at >= 0; at = text.indexOf(BROKEN_CHARACTER, at)) {
    let isOpen = false;
    while (isBeyondAscii(text.charCodeAt(at))) {
      // What happens to be valid are two bytes: they end a pair and begin the next.
      if (text.charCodeAt(at) === BROKEN) isOpen = which === 'all' || !isOpen;
      at++;
    }
    if (!isOpen || !isHalfMark(text.charCodeAt(at))) continue;
    parts.push(text.slice(kept, at), BROKEN_CHARACTER);
    kept = ++at;
  }
  return parts.join('') + text.slice(kept);
}

/** Whether a character stands for one or two bytes of which none is ASCII. */
function isBeyondAscii(code: number): boolean {
  return code === BROKEN || (code >= 0x80 && code < 0x800);
}

/**
 * What a second half may look like, and is a mark: digits, quotes, blanks and line ends are none in any of these
 * encodings. Letters are left, which end no string: `numéro3` of Latin-1 would name what its last two characters name.
 */
function isHalfMark(code: number): boolean {
  return HALF_MARKS.has(String.fromCharCode(code));
}
