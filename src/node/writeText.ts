import { constants, type Stats } from 'node:fs';
import { access, chmod, chown, mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { loadCrypto } from './crypto';

/**
 * Writes a file that a person named, whole or not at all: beside its place first, then moved there, so that a full disk leaves what was
 * there before and no reader, in this process or another, sees half of it. A link stays and what it leads to is replaced; a device or pipe
 * is written to; a file of several names (hard links) is written in its place, so that all of them have the new text. Rejects with the
 * reason of the file system, as for a file that may not be written.
 * @param text in one or, by a function that gives them anew each time, in pieces
 */
export async function writeText(path: string, text: Text | Uint8Array): Promise<void> {
  const piecesOf = typeof text === 'function' ? text : () => [text];
  const target = await realpath(path).catch(() => path);
  const there = await stat(target).catch(() => undefined);
  if (there === undefined) return moveInto(target, (fresh) => writeNew(fresh, piecesOf(), 0o666));
  if (!there.isFile()) return writeFile(target, piecesOf());
  await refuseReadOnly(target, there);
  try {
    await moveInto(target, async (fresh) => {
      await writeNew(fresh, piecesOf(), 0o600);
      if (there.nlink > 1) throw Object.assign(new Error('it has several names'), { code: 'EBUSY' });
      await keepRights(fresh, there);
    });
  } catch (error) {
    // A file that may be written in a folder that may not, or one that is mounted by itself, cannot be moved into place.
    if (!IN_PLACE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await writeFile(target, piecesOf());
  }
}

/**
 * Writes a file of the program's own, such as a cache, which only its owner may read, whole or not at all. Whoever put a link there does
 * not get what it leads to replaced: the link itself, or whatever else has the name, gives way. Rejects with the reason of the file system.
 */
export async function writeOwnText(path: string, text: Text): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await moveInto(path, (fresh) => writeNew(fresh, typeof text === 'string' ? [text] : text(), 0o600));
}

type Text = string | (() => Iterable<string | Uint8Array>);

/** Has a file written under a name that nobody can foresee, and gives it its own. */
async function moveInto(target: string, write: (fresh: string) => Promise<void>): Promise<void> {
  const fresh = `${target}.${process.pid}.${loadCrypto().randomBytes(4).toString('hex')}.new`;
  try {
    await write(fresh);
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** The right to write in a folder is enough to move a file over another: without this one that is read-only would be lost. */
async function refuseReadOnly(path: string, { mode }: Stats): Promise<void> {
  await access(path, constants.W_OK);
  // An administrator may write it all the same.
  if ((mode & 0o222) === 0)
    throw Object.assign(new Error(`EACCES: the file is read-only, '${path}'`), { code: 'EACCES' });
}

async function keepRights(fresh: string, { mode, uid, gid }: Stats): Promise<void> {
  const own = await stat(fresh);
  if (own.uid !== uid || own.gid !== gid) await chown(fresh, uid, gid);
  await chmod(fresh, mode & 0o7777);
}

const IN_PLACE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EBUSY']);

/** The file is new, and nothing that has its name is followed. The text is on the disk before it takes the old one's place: else a crash could leave an empty file. */
async function writeNew(path: string, pieces: Iterable<string | Uint8Array>, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await writeFile(file, pieces);
    await file.sync();
  } finally {
    await file.close();
  }
}
