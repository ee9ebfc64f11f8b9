import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { message, ToldError } from '../core';

/** A text of more characters cannot be held: it is no policy, report or list that a person means. */
const MOST_BYTES = 512 * 1024 * 1024;
const PIECE_BYTES = 256 * 1024;
// Windows has neither pipes that block on opening, nor this way to refuse a link.
const NON_BLOCKING = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;
const NO_FOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;

/** Opens a file of an audited tree: a link that took its place since it was listed is refused, a pipe does not keep waiting. */
export const OPEN_IN_TREE = constants.O_RDONLY | NON_BLOCKING | NO_FOLLOW;

/**
 * The bytes of a file that a person named; a link to it is followed. Rejects with a reason in words for what is no regular file, such as
 * a pipe, which could keep the program waiting, or a device, which need not end.
 */
export async function readRegularFile(path: string, maxBytes = MOST_BYTES): Promise<Uint8Array> {
  const file = await openRegularFile(path, maxBytes);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * The bytes of a file of the program's own, such as a cache. Rejects for a link or what is no regular file: the program puts none there,
 * so someone else has.
 */
export async function readOwnFile(path: string): Promise<Buffer> {
  const file = await open(path, OPEN_IN_TREE);
  try {
    if (!(await file.stat()).isFile()) throw new Error('it is not a regular file');
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** A longer line is none that a program writes for others, and a text of it could not be held. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** The lines of a text in UTF-8 that a person named, of any length in all. Rejects as {@link readRegularFile}, and for a line without an end. */
export async function* readRegularLines(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of readRegularPieces(path, Number.POSITIVE_INFINITY)) {
    const lines = decoder.decode(piece, { stream: true }).split('\n');
    lines[0] = rest + (lines[0] as string);
    rest = lines.pop() as string;
    if (rest.length > LONGEST_LINE)
      throw new ToldError(
        message('a line of it is longer than {0} million characters', LONGEST_LINE / 1024 / 1024),
      );
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** What {@link readRegularFile} gives, piece by piece; each is overwritten by the next. Rejects as that does. */
export async function* readRegularPieces(path: string, maxBytes = MOST_BYTES): AsyncGenerator<Uint8Array> {
  const file = await openRegularFile(path, maxBytes);
  try {
    const buffer = new Uint8Array(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function openRegularFile(path: string, maxBytes: number): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | NON_BLOCKING);
  try {
    const stats = await file.stat();
    if (!stats.isFile())
      throw new ToldError(
        stats.isDirectory()
          ? message('it is a folder, not a regular file; write it to a file first')
          : message('it is a pipe, socket or device, not a regular file; write it to a file first'),
      );
    if (stats.size > maxBytes)
      throw new ToldError(message('it is larger than {0} MB', Math.floor(maxBytes / 1024 / 1024)));
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
