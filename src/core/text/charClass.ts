/** Classes of characters, as tables: the scanners ask for the class of every character they pass. */

const SIZE = 128;

function table(characters: string): Uint8Array {
  const flags = new Uint8Array(SIZE);
  for (let i = 0; i < characters.length; i++) flags[characters.charCodeAt(i)] = 1;
  return flags;
}

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS = LOWER + LOWER.toUpperCase();

const WORD = table(`${LETTERS}${DIGITS}_$`);
const NAME = table(`${LETTERS}${DIGITS}_.-/:@+~`);
const BLANK = table(' \t\r\n\f\v');

/** Letters, digits, `_` and `$`, and everything beyond ASCII: what identifiers of most languages are made of. */
export function isWordCode(code: number): boolean {
  return code >= SIZE ? code !== 0xa0 && code !== 0xfeff && code !== 0x3000 : WORD[code] === 1;
}

/**
 * The same characters as they stand in a class of an expression: `[${IN_WORD}]`. A class of letters by their
 * properties would need the flag `u`, with which the engine is several times as slow.
 */
export const IN_WORD = String.raw`\w$\x80-\x9f\xa1-\u2fff\u3001-\ufefe\uff00-\uffff`;

/** What a name in code begins with, as part of an expression: with a count behind it, all of the name. */
export const WORD_START = String.raw`(?!\d)[${IN_WORD}]`;

/** The characters that model names, paths, flags and addresses are made of. */
export function isNameCode(code: number): boolean {
  return code < SIZE && NAME[code] === 1;
}

export function isBlankCode(code: number): boolean {
  return code < SIZE ? BLANK[code] === 1 : code === 0xa0 || code === 0x3000 || code === 0xfeff;
}

/** Whether a blank stands in a stretch of a text. */
export function hasBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isBlankCode(text.charCodeAt(at))) return true;
  return false;
}

export function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A name in code, as part of an expression. */
export const IDENTIFIER = String.raw`(?<![${IN_WORD}])${WORD_START}{1,80}(?![${IN_WORD}])`;

/** A name in code of so many characters at least; one in letters of other scripts says much with few. */
export function longIdentifier(least: number): string {
  return String.raw`(?<![${IN_WORD}])(?:[A-Za-z_]\w{${least - 1},60}|\w{0,60}(?![\w$])[${IN_WORD}]{1,60})(?![${IN_WORD}])`;
}

export const NEWLINE = 10;
export const RETURN = 13;
export const SPACE = 32;
export const TAB = 9;
export const BACKSLASH = 92;

/** The offset of the end of the line that `from` is on, not past `end`; the line end itself is not part of the line. */
export function lineEnd(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === NEWLINE || code === RETURN) return i;
  }
  return end;
}

/** The offset at which the next line starts, when a line ends at `at`. */
export function nextLine(text: string, at: number, end: number): number {
  if (at >= end) return end;
  return text.charCodeAt(at) === RETURN && at + 1 < end && text.charCodeAt(at + 1) === NEWLINE
    ? at + 2
    : at + 1;
}

/** The offset of a mark between `from` and `end`; -1 when there is none. Unlike `indexOf` it never looks behind `end`. */
export function findMark(text: string, mark: string, from: number, end: number): number {
  const first = mark.charCodeAt(0);
  for (let at = from; at + mark.length <= end; at++) {
    if (text.charCodeAt(at) === first && (mark.length === 1 || text.startsWith(mark, at))) return at;
  }
  return -1;
}

/** The first offset from `from` that is no blank, and not past `end`. Line ends count as blanks. */
export function skipBlanks(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isBlankCode(text.charCodeAt(i))) i++;
  return i;
}

/** The first offset from `from` that is neither a space nor a tab. */
export function skipSpaces(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && (text.charCodeAt(i) === SPACE || text.charCodeAt(i) === TAB)) i++;
  return i;
}

/** The end of a text whose blanks at the end are left out. */
export function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isBlankCode(text.charCodeAt(i - 1))) i--;
  return i;
}

/** Names that lead to a value, also by what a function gives, or by a key: `settings().aws["region"]`. */
export const PATH =
  String.raw`${IDENTIFIER}(?:\(\))?` +
  String.raw`(?:(?:\??\.|::)${IDENTIFIER}|\[["']${IDENTIFIER}["']\]){0,3}`;
