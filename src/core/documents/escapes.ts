import { BACKSLASH, findMark, NEWLINE, RETURN, skipSpaces } from '../text/charClass';
import type { TextRange } from '../text/range';
import type { Decoder } from './decodedText';

/** What one escape means, and where it ends. */
export interface Escape {
  readonly meaning: string;
  readonly end: number;
}

const SINGLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};
/** Digits of `\xXX`, `\uXXXX` and `\UXXXXXXXX`. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
/** Longest `\u{…}`. */
const LONGEST_BRACES = 10;
const LAST_CODE_POINT = 0x10ffff;

/**
 * The escape that the backslash at `at` begins: as JSON, JavaScript, Python, Java, C, Go, Rust, YAML and TOML agree
 * on. A backslash before anything else means that character. A backslash at the end of a line means nothing, with the
 * line end.
 */
export function escapeAt(text: string, at: number, end: number): Escape {
  const mark = text.charAt(at + 1);
  const code = text.charCodeAt(at + 1);
  if (code === NEWLINE || code === RETURN) {
    const next = code === RETURN && text.charCodeAt(at + 2) === NEWLINE ? at + 3 : at + 2;
    return { meaning: '', end: Math.min(next, end) };
  }
  return (
    numbered(text, at, end) ?? {
      meaning: SINGLE[mark] ?? mark,
      end: Math.min(at + 1 + Math.max(1, mark.length), end),
    }
  );
}

/** `\x2f`, `\u002f`, `\u{2f}`, `\U0000002f`; `undefined` for every other escape. */
function numbered(text: string, at: number, end: number): Escape | undefined {
  const mark = text.charAt(at + 1);
  const digits = Object.hasOwn(DIGITS, mark) ? DIGITS[mark] : undefined;
  if (digits === undefined) return undefined;
  const braced = mark !== 'U' && text.charCodeAt(at + 2) === 123;
  const from = at + 2 + (braced ? 1 : 0);
  const stop = braced ? findMark(text, '}', from, Math.min(end, from + LONGEST_BRACES)) : from + digits;
  const written = stop < from || stop > end ? '' : text.slice(from, stop);
  if (!/^[\da-fA-F]+$/.test(written)) return undefined;
  const code = Number.parseInt(written, 16);
  if (code > LAST_CODE_POINT) return undefined;
  return { meaning: String.fromCodePoint(code), end: stop + (braced ? 1 : 0) };
}

/**
 * Adds what a text with backslash escapes means. `folds` says that blanks at the start of a line that is gone on with
 * are left out.
 */
export function addEscaped(decoder: Decoder, text: string, range: TextRange, folds = false): void {
  let at = range.start;
  while (at < range.end) {
    const found = findMark(text, '\\', at, range.end);
    const stop = found < 0 ? range.end : found;
    decoder.copy(at, stop);
    if (stop >= range.end) return;
    const { meaning, end } = escapeAt(text, stop, range.end);
    decoder.replace(stop, end, meaning);
    at = meaning === '' && folds ? skipSpaces(text, end, range.end) : end;
  }
}

/** Adds what a text means in which a quote is written twice. */
export function addDoubled(decoder: Decoder, text: string, range: TextRange, quote: string): void {
  let at = range.start;
  while (at < range.end) {
    const found = findMark(text, quote + quote, at, range.end);
    const stop = found < 0 ? range.end : found;
    decoder.copy(at, stop);
    if (stop < range.end) decoder.replace(stop, stop + 2 * quote.length, quote);
    at = stop < range.end ? stop + 2 * quote.length : stop;
  }
}

/** Whether a text has a backslash that begins an escape. */
export function hasEscape(text: string, { start, end }: TextRange): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === BACKSLASH) return true;
  return false;
}
