import { randomBytes } from 'node:crypto';
import { chmod, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/**
 * Writes a file whole or not at all: beside its place first, then moved there, so that a full disk leaves what was there before and no
 * reader, in this process or another, sees half of it. A link stays and what it leads to is replaced; a device or pipe is written to.
 * Rejects with the reason of the file system.
 * @param text in one or, by a function that gives them anew each time, in pieces
 * @param mode for a file that is new; one that is replaced keeps its own
 */
export async function writeText(
  path: string,
  text: string | (() => Iterable<string | Uint8Array>),
  mode = 0o666,
): Promise<void> {
  const piecesOf = typeof text === 'string' ? () => [text] : text;
  const target = await realpath(path).catch(() => path);
  const there = await stat(target).catch(() => undefined);
  if (there !== undefined && !there.isFile()) return writeFile(target, piecesOf());
  const fresh = `${target}.${process.pid}.${randomBytes(4).toString('hex')}.new`;
  try {
    await writeNew(fresh, piecesOf(), mode);
    if (there !== undefined) await chmod(fresh, there.mode & 0o7777);
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    // A file that may be written in a folder that may not, or one that is mounted by itself, cannot be moved into place.
    if (there === undefined || !IN_PLACE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await writeFile(target, piecesOf());
  }
}

const IN_PLACE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EBUSY']);

/** The text is on the disk before it takes the old one's place: else a crash could leave an empty file. */
async function writeNew(path: string, pieces: Iterable<string | Uint8Array>, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await writeFile(file, pieces);
    await file.sync();
  } finally {
    await file.close();
  }
}
