import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { lstat, open, readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import type { FileEntry, FileSource, GitReader } from '../core';
import { OPEN_IN_TREE, readRegularFile } from './regularFile';

/**
 * A folder on disk. Links are listed and never followed, so nothing outside the folder is read.
 * A folder is listed and a file is read without a turn of the event loop: for a command line that takes a fraction of the processor's
 * time, and nobody waits. Who reads many gives others their turn.
 */
export function diskFiles(root: string): FileSource {
  return { ...filesIn(root, OPEN_IN_TREE, listSync), read: readingSync(root), git: gitReader(root) };
}

/** The same for a host that has other work to do meanwhile: no call waits for the disk. */
export function asyncDiskFiles(root: string): FileSource {
  return { ...filesIn(root, OPEN_IN_TREE, listAsync), git: gitReader(root) };
}

/** Git's own files of the work tree that `root` is, holds or lies in. */
function gitReader(root: string): GitReader {
  const absolute = resolve(root);
  return {
    above: absolute
      .slice(parse(absolute).root.length)
      .split(sep)
      .filter((name) => name !== ''),
    async read(path, maxBytes) {
      try {
        return await readRegularFile(resolve(absolute, path), maxBytes);
      } catch (error) {
        if (isAbsence(error)) return undefined;
        throw error;
      }
    },
    // Loaded here: most runs ask git nothing.
    differsFromCommit: async () => (await import('./workTree')).differsFromCommit(absolute),
  };
}

/** Whether nothing lies at a path, or a file lies where it has a folder. */
export function isAbsence(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** A store of this machine outside of every workspace, such as the Hub's cache, which is made of links. */
export function storeFiles(root: string): FileSource {
  return filesIn(root, 'r', listAsync);
}

function readingSync(root: string): FileSource['read'] {
  // What cannot be read rejects.
  return (path) => Promise.resolve().then(() => readWithStats(join(root, path)).bytes);
}

/** The bytes of a file of an audited tree, and what the file system said of it just before they were read. */
export function readWithStats(path: string): { readonly bytes: Buffer; readonly stats: Stats } {
  const file = openSync(path, OPEN_IN_TREE);
  try {
    return { stats: fstatSync(file), bytes: readFileSync(file) };
  } finally {
    closeSync(file);
  }
}

type List = (root: string, folder: string) => readonly FileEntry[] | Promise<readonly FileEntry[]>;

function filesIn(root: string, flag: number | string, list: List): FileSource {
  return {
    list: (folder) => Promise.resolve().then(() => list(root, folder)),
    read: (path) => readFile(join(root, path), { flag }),
    readRange: (path, start, end) => readRange(join(root, path), flag, start, end),
  };
}

function listSync(root: string, folder: string): readonly FileEntry[] {
  return listWithStats(root, folder).map(({ entry }) => entry);
}

/** What lies in a folder, and what the file system says of its files. */
export function listWithStats(root: string, folder: string): readonly ListedEntry[] {
  const absolute = join(root, folder);
  return readdirSync(absolute, { withFileTypes: true })
    .map((entry) => {
      // A file that has gone since it was listed is found missing when it is read.
      const stats = entry.isFile()
        ? lstatSync(absolute + sep + entry.name, { throwIfNoEntry: false })
        : undefined;
      return { entry: entryOf({ root, folder, entry, size: stats?.size ?? 0 }), stats };
    })
    .sort((a, b) => byPath(a.entry, b.entry));
}

export interface ListedEntry {
  readonly entry: FileEntry;
  /** Of a file alone. */
  readonly stats: Stats | undefined;
}

async function listAsync(root: string, folder: string): Promise<readonly FileEntry[]> {
  const absolute = join(root, folder);
  const entries = await Promise.all(
    (await readdir(absolute, { withFileTypes: true })).map(async (entry) =>
      entryOf({
        root,
        folder,
        entry,
        size: entry.isFile() ? await sizeAsync(join(absolute, entry.name)) : 0,
      }),
    ),
  );
  return entries.sort(byPath);
}

interface Listed {
  readonly root: string;
  readonly folder: string;
  readonly entry: Dirent;
  readonly size: number;
}

function entryOf({ root, folder, entry, size }: Listed): FileEntry {
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
  if (!entry.isSymbolicLink()) return { path, kind: kindOf(entry), size };
  const link = join(entry.parentPath, entry.name);
  const stats = statsBehind(link);
  if (stats === undefined) return { path, kind: 'dangling', size };
  return { path, kind: 'link', size, ...(stats.isFile() && { target: targetOf(link, root) }) };
}

/** A link to itself, or to what is not there, is a way to no file. */
function statsBehind(link: string): Stats | undefined {
  try {
    return statSync(link, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Where a link leads, relative to the root, with `/`; `null` outside of it. */
function targetOf(link: string, root: string): string | null {
  try {
    const target = relative(realpathSync(root), realpathSync(link));
    return target.split(sep)[0] === '..' || isAbsolute(target) ? null : target.replaceAll(sep, '/');
  } catch {
    return null; // It went meanwhile.
  }
}

function byPath(a: FileEntry, b: FileEntry): number {
  return a.path < b.path ? -1 : 1;
}

export function kindOf(entry: Dirent | Stats): FileEntry['kind'] {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

async function sizeAsync(path: string): Promise<number> {
  try {
    return (await lstat(path)).size;
  } catch (error) {
    if (isAbsence(error)) return 0;
    throw error;
  }
}

async function readRange(
  path: string,
  flag: number | string,
  start: number,
  end: number,
): Promise<Uint8Array> {
  const file = await open(path, flag);
  try {
    const buffer = new Uint8Array(end - start);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
