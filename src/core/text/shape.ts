/** What kinds of characters a stretch of text has, as bits: enough to tell at a glance what it cannot be. */

export const LETTER = 1;
export const DIGIT = 2;
export const SLASH = 4;
export const DASH = 8;
export const COLON = 16;
export const DOT = 32;
export const UNDERSCORE = 64;
export const COMMA = 128;
/** `$`, `{`, `}`: parts that are filled in. */
export const HOLE = 256;
/** `@`, `+`, `~`, `%`, `?`, `=`, `&`, `#` and backslash, as addresses and paths have them. */
export const SIGN = 512;
/** Blanks, anything beyond ASCII: no name has them. */
export const OTHER = 1024;
/** Quotes: there is another text inside. */
export const QUOTE = 2048;

const BITS = bits();

function bits(): Uint16Array {
  const table = new Uint16Array(128).fill(OTHER);
  const set = (characters: string, bit: number): void => {
    for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = bit;
  };
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTER);
  set('0123456789', DIGIT);
  set('/', SLASH);
  set('-', DASH);
  set(':', COLON);
  set('.', DOT);
  set('_', UNDERSCORE);
  set(',', COMMA);
  set('${}', HOLE);
  set('"\'`', QUOTE);
  set('@+~%?=&#\\()|;!*<>[]', SIGN);
  return table;
}

export function shapeOf(text: string, start: number, end: number): number {
  let shape = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    shape |= code < 128 ? (BITS[code] ?? OTHER) : OTHER;
  }
  return shape;
}
