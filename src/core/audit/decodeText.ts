import { message, type Message } from '../message';
import type { Decode, TextEncoding } from '../ports';
import { countOf, inOlderEncoding, type OlderText } from './olderEncodings';

/** Git looks this far for a NUL byte to tell binary files from text. */
const BINARY_SNIFF_BYTES = 8_000;
/** Above this share of NUL bytes a file is no text, whatever the rest is. */
const MOST_NULS = 0.01;
/** An editor that guesses UTF-16 without a mark looks at about this much. */
const UTF16_SNIFF_BYTES = 512;
/** Above this share of undecodable characters the file is not text that anyone reads as UTF-8. */
const MAX_INVALID_SHARE = 0.1;
/**
 * What such a file may be written in where nothing is sure, by the Encoding Standard (https://encoding.spec.whatwg.org): first what takes
 * no byte of ASCII for half of a character. Text of one that is not here comes out in other characters; its ASCII is right.
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
const REPLACEMENT = '\uFFFD';

export interface DecodedText {
  readonly text: string;
  readonly invalidCharacters: number;
  /** What it was read as, by its bytes, where that is neither UTF-8 nor what it says of itself. */
  readonly guessed?: TextEncoding;
}

export type Decoded = DecodedText | { readonly reason: 'binary' | 'not-utf8' };

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
  const replacements = countOf(text, REPLACEMENT);
  const invalidCharacters =
    replacements > 0 && encoding === 'utf-8' ? replacements - countWritten(bytes) : replacements;
  const asItIs = { decoded: { text, invalidCharacters }, encoding, skip };
  if (invalidCharacters === 0) return asItIs;
  const older = encoding === 'utf-8' && skip === 0 ? inOlderEncoding(bytes, text, decode) : undefined;
  if (older !== undefined) return { decoded: decodedOf(older), encoding: older.encoding, skip };
  if (invalidCharacters <= text.length * MAX_INVALID_SHARE) return asItIs;
  const other = encoding === 'utf-8' ? inOtherEncoding(bytes.subarray(skip), text, decode) : undefined;
  if (other === 'unsure') return asItIs;
  return other === undefined
    ? { decoded: { reason: 'not-utf8' }, encoding, skip }
    : { decoded: { text: other.text, invalidCharacters: 0 }, encoding: other.encoding, skip };
}

function decodedOf({ text, encoding, isGuessed }: OlderText): DecodedText {
  return { text, invalidCharacters: countOf(text, REPLACEMENT), ...(isGuessed && { guessed: encoding }) };
}

const ENCODING_NAMES = {
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
  shift_jis: 'Shift_JIS',
  gb18030: 'GB 18030',
  big5: 'Big5',
  'windows-1252': 'Windows-1252',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
} as const satisfies Record<TextEncoding, string>;

/** What is to be told of how a file was read: that its encoding is a guess, or that not all of it was text. */
export function decodingNotes({
  invalidCharacters,
  guessed,
}: Pick<DecodedText, 'invalidCharacters' | 'guessed'>): readonly Message[] {
  return [
    ...(guessed
      ? [message('read as {0}, which its bytes fit: it is not UTF-8', ENCODING_NAMES[guessed])]
      : []),
    ...(invalidCharacters === 0
      ? []
      : [message('{0} characters are not valid {1}', invalidCharacters, ENCODING_NAMES[guessed ?? 'utf-8'])]),
  ];
}

/** Programs run code with a NUL in it, where all else is text. */
function withNuls(bytes: Uint8Array, decode: Decode): Decoded | undefined {
  const nuls = bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  if (nuls > bytes.length * MOST_NULS) return undefined;
  const text = decode(bytes, 'utf-8');
  return countOf(text, REPLACEMENT) > 0 || CONTROL_BUT_NUL.test(text)
    ? undefined
    : { text, invalidCharacters: 0 };
}

/**
 * The text in the first other encoding that explains every byte; `undefined` where none does.
 * @param asUtf8 the same as UTF-8, which keeps all that is ASCII
 * @returns `unsure` where one that does takes some of that for halves of characters
 */
function inOtherEncoding(
  bytes: Uint8Array,
  asUtf8: string,
  decode: Decode,
): { readonly text: string; readonly encoding: TextEncoding } | 'unsure' | undefined {
  const [first, ...more] = OTHERS.map((encoding) => ({ encoding, text: decode(bytes, encoding) })).filter(
    ({ text }) => !text.includes(REPLACEMENT),
  );
  if (first !== undefined) {
    const ascii = countAscii(asUtf8);
    return [first, ...more].every(({ text }) => countAscii(text) === ascii) ? first : 'unsure';
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

function countAscii(text: string): number {
  return text.replaceAll(BEYOND_ASCII, '').length;
}

/** How often a UTF-8 text has U+FFFD written in it: the bytes EF BF BD. */
function countWritten(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  return count;
}
