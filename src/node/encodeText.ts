import { readText, type TextEncoding } from '../core';
import { decode } from './host';

/** The longest sequence of bytes that stands for one character, as of GB18030. */
const LONGEST = 4;
const FIRST_BEYOND_ASCII = 0x80;
const REPLACEMENT = '\uFFFD';
const BEYOND_ASCII = /[^\0-\x7F]/gu;

/**
 * A changed text as the file writes it that it stands in: in the same encoding, behind the same byte order mark.
 * @param text the changed one
 * @param bytes the file as it is
 * @returns `undefined` where not even the text as it is would come out byte for byte, or the file shows no byte for a new character
 */
export function encodeText(text: string, bytes: Uint8Array): Uint8Array | undefined {
  const { decoded, encoding, skip } = readText(bytes, decode);
  if (!('text' in decoded)) return undefined;
  const body = bytes.subarray(skip);
  const encode = encoderOf(encoding, body, decoded.text);
  const same = encode(decoded.text);
  if (same === undefined || !same.equals(body)) return undefined;
  const changed = encode(text);
  return changed && Buffer.concat([bytes.subarray(0, skip), changed]);
}

type Encode = (text: string) => Buffer | undefined;

function encoderOf(encoding: TextEncoding, body: Uint8Array, was: string): Encode {
  if (encoding === 'utf-8') return amongInvalid(invalidIn(body), was);
  if (encoding === 'utf-16le') return (text) => Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return (text) => Buffer.from(text, 'utf16le').swap16();
  return byExample(charactersOf(body, encoding));
}

/**
 * Few characters of an older encoding in a file of ASCII are read as invalid UTF-8. No change is made in them, so that each is written as it
 * is, in the order in which they stand. A character that the file does not have may be written otherwise there.
 */
function amongInvalid(invalid: readonly Uint8Array[], was: string): Encode {
  const isAllValid = invalid.every((bytes) => Buffer.from(REPLACEMENT).equals(bytes));
  const had = beyondAscii(was);
  return (text) => {
    const parts = text.split(REPLACEMENT);
    if (parts.length - 1 !== invalid.length) return undefined;
    if (!isAllValid && [...beyondAscii(text)].some((character) => !had.has(character))) return undefined;
    return Buffer.concat(
      parts.flatMap((part, index) => [Buffer.from(part, 'utf8'), invalid[index] ?? new Uint8Array()]),
    );
  };
}

function beyondAscii(text: string): ReadonlySet<string> {
  return new Set(text.match(BEYOND_ASCII));
}

/** The bytes behind each U+FFFD of a text in UTF-8, whether they are invalid or that very character. */
function invalidIn(body: Uint8Array): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const length = sequenceAt(body, at, 'utf-8');
    const isCharacter = length > 1 || (body[at] ?? 0) < FIRST_BEYOND_ASCII;
    const read = isCharacter ? length : replacedAt(body, at);
    if (!isCharacter) found.push(body.subarray(at, at + read));
    at += read;
  }
  return found;
}

/** How many bytes, of which the first begins no character, become one U+FFFD. */
function replacedAt(body: Uint8Array, at: number): number {
  for (let length = LONGEST - 1; length > 1; length--)
    if (decode(body.subarray(at, at + length), 'utf-8') === REPLACEMENT) return length;
  return 1;
}

/** There is no encoder for older encodings: what the file itself writes for a character, and ASCII, is enough for a name in it. */
function byExample(written: ReadonlyMap<string, Uint8Array>): Encode {
  return (text) => {
    const parts: Uint8Array[] = [];
    for (const character of text) {
      const code = character.charCodeAt(0);
      const part = code < FIRST_BEYOND_ASCII ? Uint8Array.of(code) : written.get(character);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return Buffer.concat(parts);
  };
}

/** The characters beyond ASCII of a text, each with the bytes that stand for it where it is first. */
function charactersOf(body: Uint8Array, encoding: TextEncoding): ReadonlyMap<string, Uint8Array> {
  const written = new Map<string, Uint8Array>();
  for (let at = 0; at < body.length; ) {
    const length = sequenceAt(body, at, encoding);
    const sequence = body.subarray(at, at + length);
    if ((sequence[0] ?? 0) >= FIRST_BEYOND_ASCII) {
      const character = decode(sequence, encoding);
      if (!written.has(character)) written.set(character, sequence);
    }
    at += length;
  }
  return written;
}

/** How many bytes stand for the character that begins at one; 1 where none does. */
function sequenceAt(body: Uint8Array, at: number, encoding: TextEncoding): number {
  if ((body[at] ?? 0) < FIRST_BEYOND_ASCII) return 1;
  for (let length = 1; length <= LONGEST; length++)
    if (!decode(body.subarray(at, at + length), encoding).includes(REPLACEMENT)) return length;
  return 1;
}
