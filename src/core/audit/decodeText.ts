import type { Decode, TextEncoding } from '../ports';

/** Git looks this far for a NUL byte to tell binary files from text. */
const BINARY_SNIFF_BYTES = 8_000;
/** Above this share of NUL bytes a file is no text, whatever the rest is. */
const MOST_NULS = 0.01;
/** An editor that guesses UTF-16 without a mark looks at about this much. */
const UTF16_SNIFF_BYTES = 512;
/** Above this share of undecodable characters the file is not text that anyone reads as UTF-8. */
const MAX_INVALID_SHARE = 0.1;
/**
 * What such a file may be written in instead, by the Encoding Standard (https://encoding.spec.whatwg.org): first what takes no byte of
 * ASCII for half of a character. Chinese and Korean text of one that is not here comes out in other characters; its ASCII is right.
 */
const OTHERS: readonly TextEncoding[] = ['euc-jp', 'shift_jis', 'gb18030'];
/** What has a character for every byte, and so explains any file: asked last, of what looks like a text. */
const WESTERN: TextEncoding = 'windows-1252';
/** Above this share of letters beyond ASCII a text is in no language that is written so. */
const MOST_WESTERN_LETTERS = 0.5;
/** Without 0x80 to 0x9F, which some decoders leave as they are in place of the quotes and dashes that they stand for. */
const CONTROL = /(?![\s\x80-\x9F])\p{Cc}/u;
/** No character of a text but NUL. */
const CONTROL_BUT_NUL = /(?![\s\0\x80-\x9F])\p{Cc}/u;
const BEYOND_ASCII = /[\x80-\uFFFF]/g;

export type Decoded =
  | { readonly text: string; readonly invalidCharacters: number }
  | { readonly reason: 'binary' | 'not-utf8' };

/**
 * The text of a file as an editor shows it: without its byte order mark, invalid bytes as U+FFFD. Positions in it are
 * therefore the editor's positions. A U+FFFD that the file itself has is a character like any other.
 */
export function decodeText(bytes: Uint8Array, decode: Decode): Decoded {
  return readText(bytes, decode).decoded;
}

/** A text, and how its file writes it. */
export interface TextReading {
  readonly decoded: Decoded;
  /** Of no meaning where the file is no text. */
  readonly encoding: TextEncoding;
  /** Length of the byte order mark. */
  readonly skip: number;
}

/** The same as {@link decodeText}, for who writes the file again. */
export function readText(bytes: Uint8Array, decode: Decode): TextReading {
  const { encoding, skip } = detectEncoding(bytes);
  if (encoding === undefined)
    return { decoded: withNuls(bytes, decode) ?? { reason: 'binary' }, encoding: 'utf-8', skip };
  const text = decode(skip === 0 ? bytes : bytes.subarray(skip), encoding);
  const replacements = countReplacements(text);
  const invalidCharacters =
    replacements > 0 && encoding === 'utf-8' ? replacements - countWritten(bytes) : replacements;
  if (invalidCharacters <= text.length * MAX_INVALID_SHARE)
    return { decoded: { text, invalidCharacters }, encoding, skip };
  const other = encoding === 'utf-8' ? inOtherEncoding(bytes.subarray(skip), decode) : undefined;
  return other === undefined
    ? { decoded: { reason: 'not-utf8' }, encoding, skip }
    : { decoded: { text: other.text, invalidCharacters: 0 }, encoding: other.encoding, skip };
}

/** Programs run code with a NUL in it, where all else is text. */
function withNuls(bytes: Uint8Array, decode: Decode): Decoded | undefined {
  const nuls = bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  if (nuls > bytes.length * MOST_NULS) return undefined;
  const text = decode(bytes, 'utf-8');
  return countReplacements(text) > 0 || CONTROL_BUT_NUL.test(text)
    ? undefined
    : { text, invalidCharacters: 0 };
}

/** The text in the first other encoding that explains every byte; `undefined` where none does. */
function inOtherEncoding(
  bytes: Uint8Array,
  decode: Decode,
): { readonly text: string; readonly encoding: TextEncoding } | undefined {
  for (const encoding of OTHERS) {
    const text = decode(bytes, encoding);
    if (countReplacements(text) === 0) return { text, encoding };
  }
  const text = decode(bytes, WESTERN);
  return looksWestern(text) ? { text, encoding: WESTERN } : undefined;
}

function looksWestern(text: string): boolean {
  const beyond = text.match(BEYOND_ASCII)?.length ?? 0;
  return beyond <= text.length * MOST_WESTERN_LETTERS && !CONTROL.test(text);
}

interface EncodingGuess {
  readonly encoding: TextEncoding | undefined;
  /** Length of the byte order mark. */
  readonly skip: number;
}

function detectEncoding(bytes: Uint8Array): EncodingGuess {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe && !(bytes[2] === 0 && bytes[3] === 0))
    return { encoding: 'utf-16le', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  const firstNul = bytes.subarray(0, BINARY_SNIFF_BYTES).indexOf(0);
  return { encoding: firstNul < 0 ? 'utf-8' : guessUtf16(bytes), skip: 0 };
}

/** ASCII in UTF-16 has a NUL in every second byte: at odd places when the low byte comes first. */
function guessUtf16(bytes: Uint8Array): TextEncoding | undefined {
  const length = Math.min(bytes.length, UTF16_SNIFF_BYTES) & ~1;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) evenNuls++;
    if (bytes[i + 1] === 0) oddNuls++;
  }
  const enough = (length / 2) * 0.7;
  if (evenNuls === 0 && oddNuls > enough) return 'utf-16le';
  if (oddNuls === 0 && evenNuls > enough) return 'utf-16be';
  return undefined;
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}

/** How often a UTF-8 text has U+FFFD written in it: the bytes EF BF BD. */
function countWritten(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  return count;
}
