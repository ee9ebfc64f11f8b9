import { message, type Message } from '../message';

/** Bytes of a header, and what every file is filled up to. */
const BLOCK = 512;
const ASCII_ZERO = 0x30;

/** A header of the format ustar, as far as one file has to be found: POSIX.1-2024, pax, "ustar Interchange Format". */
interface Header {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/**
 * The one regular file of a name that an archive holds; what its first folder is called is the packer's choice, as npm has it. Nothing is
 * unpacked: links, devices and paths that climb are passed over with all others, and one that has the name is refused.
 */
export function fileInTar(
  bytes: Uint8Array,
  name: string,
): { readonly file: Uint8Array } | { readonly refused: Message } {
  let file: Uint8Array | undefined;
  for (let at = 0; at < bytes.length && bytes[at] !== 0; ) {
    const header = readHeader(bytes.subarray(at, at + BLOCK));
    if (header === undefined || at + BLOCK + header.size > bytes.length)
      return { refused: message('it is not a whole archive') };
    const start = at + BLOCK;
    at = start + Math.ceil(header.size / BLOCK) * BLOCK;
    if (header.name.replace(/^[^/]*\//, '') !== name || EXTENSIONS.has(header.type)) continue;
    if (!REGULAR.has(header.type)) return { refused: message('{0} in it is not a regular file', name) };
    if (file !== undefined) return { refused: message('it holds {0} twice', name) };
    file = bytes.subarray(start, start + header.size);
  }
  return file === undefined ? { refused: message('it holds no {0}', name) } : { file };
}

const REGULAR: ReadonlySet<string> = new Set(['0', '\0']);
/** Headers with more about the next file or all files. */
const EXTENSIONS: ReadonlySet<string> = new Set(['x', 'g']);

function readHeader(block: Uint8Array): Header | undefined {
  if (block.length < BLOCK) return undefined;
  const size = octal(block.subarray(124, 136));
  const sum = octal(block.subarray(148, 156));
  if (size === undefined || sum === undefined || sum !== checksum(block)) return undefined;
  const prefix = text(block.subarray(257, 262)) === 'ustar' ? text(block.subarray(345, 500)) : '';
  const name = text(block.subarray(0, 100));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    type: String.fromCharCode(block[156] ?? 0),
    size,
  };
}

/** The sum of all bytes, those of the sum itself taken for blanks. */
function checksum(block: Uint8Array): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
}

function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return String.fromCharCode(...bytes.subarray(0, end < 0 ? bytes.length : end));
}

function octal(bytes: Uint8Array): number | undefined {
  const digits = text(bytes).trim();
  if (!/^[0-7]{1,11}$/.test(digits)) return undefined;
  return [...digits].reduce((number, digit) => number * 8 + digit.charCodeAt(0) - ASCII_ZERO, 0);
}
