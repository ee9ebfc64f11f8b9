import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { FileEntry, FileSource } from '../core/ports';
import { BlobReader } from './gitBlobs';

const execute = promisify(execFile);
const MAX_OUTPUT = 1 << 30;
/** Nothing a repository configures is run, and nothing is written to it. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'core.quotepath=off', '--no-optional-locks'];

/** Why git could not answer, in words for the person who asked. */
export class GitError extends Error {}

/** The commit from which the work tree at `root` went its own way from `ref`. Throws {@link GitError}. */
export async function forkPoint(root: string, ref: string): Promise<string> {
  const [theirs, head] = [await commitOf(root, ref), await commitOf(root, 'HEAD')];
  try {
    return (await git(root, ['merge-base', theirs, head])).trim();
  } catch {
    throw new GitError(
      `${ref} has no history in common with what is checked out. Fetch more of the history (in CI: fetch-depth: 0).`,
    );
  }
}

/** The files of a commit beneath `root`, read from the object store. Call `close` when done. */
export async function gitFiles(root: string, commit: string): Promise<FileSource & { close(): void }> {
  const tree = await git(root, ['ls-tree', '-r', '-t', '-l', '-z', commit, '--', '.']);
  const blobs = new Map<string, string>();
  const folders = new Map<string, FileEntry[]>([['', []]]);
  for (const line of split(tree)) {
    const tab = line.indexOf('\t');
    const [mode = '', type = '', hash = '', size = ''] = line.slice(0, tab).split(/ +/);
    const path = line.slice(tab + 1);
    if (type === 'blob') blobs.set(path, hash);
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const entries = folders.get(folder) ?? [];
    entries.push({ path, kind: kindOf(mode, type), size: Number(size) || 0 });
    folders.set(folder, entries);
  }
  const reader = new BlobReader(root);
  const read = async (path: string): Promise<Uint8Array> => {
    const hash = blobs.get(path);
    if (hash === undefined) throw new GitError(`${path} is not in commit ${commit}`);
    return reader.read(hash);
  };
  return {
    list: (folder) => Promise.resolve((folders.get(folder) ?? []).sort((a, b) => (a.path < b.path ? -1 : 1))),
    read,
    readRange: async (path, start, end) => (await read(path)).subarray(start, end),
    close: () => reader.close(),
  };
}

function kindOf(mode: string, type: string): FileEntry['kind'] {
  if (type === 'tree') return 'folder';
  if (type !== 'blob') return 'other';
  return mode === '120000' ? 'link' : 'file';
}

async function commitOf(root: string, ref: string): Promise<string> {
  try {
    return (
      await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
    ).trim();
  } catch (error) {
    throw new GitError(error instanceof GitError ? error.message : `git knows no commit "${ref}" here.`);
  }
}

async function git(root: string, args: readonly string[]): Promise<string> {
  try {
    return (await execute('git', [...SAFE, ...args], { cwd: root, encoding: 'utf8', maxBuffer: MAX_OUTPUT }))
      .stdout;
  } catch (error) {
    const { code, stderr = '' } = error as NodeJS.ErrnoException & { readonly stderr?: string };
    if (code === 'ENOENT') throw new GitError('git was not found.');
    if (stderr.includes('not a git repository')) throw new GitError(`${root} is not in a git work tree.`);
    throw error;
  }
}

function split(output: string): readonly string[] {
  return output.split('\0').filter((part) => part !== '');
}
