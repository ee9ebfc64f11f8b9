import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type IndexEntry, parseGitIndex } from '../core';
import { runGit } from './gitProcess';
import { decode } from './host';
import { OPEN_IN_TREE, readRegularFile } from './regularFile';

/** Files that are looked at at the same time. */
const AT_ONCE = 128;
/** A larger file of the same length is taken for unchanged: it is a blob of weights, and reading it takes long. */
const MOST_READ = 50_000_000;
/**
 * Where a file is takes git no time. Where it waits, for a pipe that its configuration includes, nobody is to wait with it for what is only
 * told beside the findings.
 */
const LONGEST_START_MS = 10_000;
const MODE_KIND = 0o170000;
const MODE_FILE = 0o100000;

/**
 * Whether the files of the work tree whose root a folder is are others than those of the commit that is checked out: changed, added or gone,
 * staged or not; what git ignores does not count. `undefined` where that cannot be told. No filter or hook of the repository is run: changes
 * in the work tree are found by what the index says of each file, and not by git. Never rejects.
 * @param root absolute
 */
export async function differsFromCommit(root: string): Promise<boolean | undefined> {
  try {
    const index = (await runGit(root, ['rev-parse', '--git-path', 'index'], LONGEST_START_MS)).trim();
    const changed = await differsFromIndex(root, resolve(root, index));
    if (changed !== false) return changed;
    return (await isStaged(root)) || (await hasUntracked(root));
  } catch {
    return undefined;
  }
}

async function isStaged(root: string): Promise<boolean> {
  try {
    await runGit(root, ['diff-index', '--cached', '--quiet', '--ignore-submodules', 'HEAD', '--']);
    return false;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 1) return true;
    throw error;
  }
}

async function hasUntracked(root: string): Promise<boolean> {
  const untracked = [
    'ls-files',
    '--others',
    '--exclude-standard',
    '--directory',
    '--no-empty-directory',
    '-z',
  ];
  return (await runGit(root, untracked)) !== '';
}

async function differsFromIndex(root: string, index: string): Promise<boolean | undefined> {
  const [bytes, { mtimeMs: written }] = [await readRegularFile(index), await lstat(index)];
  const { entries, sharedIndex } = parseGitIndex(bytes, decode, true);
  if (sharedIndex !== undefined) return undefined;
  const files = entries.filter(({ mode, isAssumed }) => (mode & MODE_KIND) === MODE_FILE && !isAssumed);
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const found = await Promise.all(
      files.slice(at, at + AT_ONCE).map((entry) => isChanged(root, entry, written)),
    );
    if (found.includes(true)) return true;
  }
  return false;
}

/** @param written when the index was: a file that was changed at that moment may look unchanged */
async function isChanged(root: string, entry: IndexEntry, written: number): Promise<boolean> {
  const path = join(root, entry.path);
  const stats = await lstat(path).catch(() => undefined);
  if (stats?.isFile() !== true) return true;
  const sameSize = stats.size % 2 ** 32 === entry.size;
  if (sameSize && Math.floor(stats.mtimeMs) === entry.modified && stats.mtimeMs < written) return false;
  if (!sameSize && entry.size !== 0) return true;
  return stats.size <= MOST_READ && !isContent(await readFile(path, { flag: OPEN_IN_TREE }), entry.hash);
}

/** Whether bytes are what git keeps under a name; line ends may be those of another system. */
function isContent(bytes: Buffer, hash: string): boolean {
  const kept = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return [bytes, kept].some((content) => blobName(content, hash.length) === hash);
}

/** The name that git gives to the content of a file (gitformat-loose(5)): SHA-1 has 40 digits, SHA-256 has 64. */
function blobName(content: Uint8Array, digits: number): string {
  return createHash(digits === 40 ? 'sha1' : 'sha256')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}
