import { findMark } from '../text/charClass';
import type { TextRange } from '../text/range';
import type { Decoder } from './decodedText';
import type { Escape } from './escapes';

/** Longest entity that is read, its marks included. */
const LONGEST = 12;
/** The names of characters that configuration is made of (HTML, section 13.5); XML has the first five. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  sol: '/',
  colon: ':',
  period: '.',
  lowbar: '_',
  commat: '@',
  num: '#',
  equals: '=',
  lbrace: '{',
  lcub: '{',
  rbrace: '}',
  rcub: '}',
  lbrack: '[',
  lsqb: '[',
  rbrack: ']',
  rsqb: ']',
  comma: ',',
  nbsp: '\u00a0',
  Tab: '\t',
  NewLine: '\n',
};
const LAST_CODE_POINT = 0x10ffff;

/**
 * What the entity means that the `&` at `at` begins, and where it ends; `undefined` when it begins none that is
 * known.
 */
export function entityAt(text: string, at: number): Escape | undefined {
  const close = findMark(text, ';', at + 1, Math.min(text.length, at + LONGEST));
  if (close < 0) return undefined;
  const name = text.slice(at + 1, close);
  const meaning = name.startsWith('#')
    ? numbered(name)
    : Object.hasOwn(NAMED, name)
      ? NAMED[name]
      : undefined;
  return meaning === undefined ? undefined : { meaning, end: close + 1 };
}

/** `#47`, `#x2F` */
function numbered(name: string): string | undefined {
  const [, hexadecimal, decimal] = /^#(?:[xX]([\da-fA-F]{1,6})|(\d{1,7}))$/.exec(name) ?? [];
  const code =
    hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : Number.parseInt(decimal ?? '', 10);
  return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : undefined;
}

/** Adds what a text with entities means. */
export function addEntities(decoder: Decoder, text: string, range: TextRange): void {
  let at = range.start;
  let from = range.start;
  while (at < range.end) {
    const found = findMark(text, '&', from, range.end);
    const stop = found < 0 ? range.end : found;
    const entity = stop < range.end ? entityAt(text, stop) : undefined;
    if (entity === undefined || entity.end > range.end) {
      from = stop + 1;
      if (stop + 1 < range.end) continue;
      decoder.copy(at, range.end);
      return;
    }
    decoder.copy(at, stop);
    decoder.replace(stop, entity.end, entity.meaning);
    at = entity.end;
    from = at;
  }
}
