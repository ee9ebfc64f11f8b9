import { type FileEntry, type FileSource, message, render } from '../core';
import { BlobReader } from './gitBlobs';
import { GitError, runGit } from './gitProcess';

/** How git says that it does not have a tree, and that the lost object may not be fetched (2.47: `fatal: Not a valid object name`). */
const MISSING_TREE = /not a tree object|not a valid object name|could not read|unable to read/i;
/** What `ls-tree -l` gives as the size of a blob that it does not have. */
const MISSING_SIZE = 'BAD';

/** The commit from which the work tree at `root` went its own way from `ref`. Throws {@link GitError}. */
export async function forkPoint(root: string, ref: string): Promise<string> {
  const [theirs, head] = [await commitOf(root, ref), await commitOf(root, 'HEAD')];
  try {
    return (await runGit(root, ['merge-base', theirs, head])).trim();
  } catch {
    throw new GitError(
      `${ref} has no history in common with what is checked out. Fetch more of the history (in CI: fetch-depth: 0).`,
    );
  }
}

/** The files of a commit. Call `close` when done. */
export interface CommitFiles extends FileSource {
  close(): void;
}

/** The files of a commit beneath `root`, read from the object store. Throws {@link GitError} where the clone lacks some of them. */
export async function gitFiles(root: string, commit: string): Promise<CommitFiles> {
  const tree = await treeOf(root, commit);
  const blobs = new Map<string, string>();
  const folders = new Map<string, FileEntry[]>([['', []]]);
  for (const { path, kind, hash, size } of tree) {
    if (kind !== 'folder') blobs.set(path, hash);
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const entries = folders.get(folder) ?? [];
    entries.push({ path, kind, size: Number(size) || 0 });
    folders.set(folder, entries);
  }
  const reader = new BlobReader(root);
  const read = async (path: string): Promise<Uint8Array> => {
    const hash = blobs.get(path);
    if (hash === undefined) throw new GitError(message('{0} is not in commit {1}', path, commit));
    return reader.read(hash);
  };
  return {
    git: 'all',
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
      await runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
    ).trim();
  } catch (error) {
    if (error instanceof GitError) throw error;
    const unknown = message('git knows no commit "{0}" here.', ref);
    throw new GitError(
      (await isShallow(root))
        ? `${render(unknown)} The clone is shallow: fetch the history first, with "git fetch --unshallow", or "fetch-depth: 0" of actions/checkout.`
        : unknown,
    );
  }
}

/** Whether a clone has only the newest commits, as build servers make it. */
async function isShallow(root: string): Promise<boolean> {
  const answer = await runGit(root, ['rev-parse', '--is-shallow-repository']).catch(() => '');
  return answer.trim() === 'true';
}

/** What the commit holds, with the size of each file. Throws {@link GitError} where the clone lacks some of it. */
async function treeOf(root: string, commit: string): Promise<readonly TreeLine[]> {
  let output: string;
  try {
    output = await runGit(root, ['ls-tree', '-r', '-t', '-l', '-z', commit, '--', '.']);
  } catch (error) {
    const { stderr = '' } = error as { readonly stderr?: string };
    throw MISSING_TREE.test(stderr) ? notAll(commit) : error;
  }
  const lines = output
    .split('\0')
    .filter((line) => line !== '')
    .map((line): TreeLine => {
      const tab = line.indexOf('\t');
      const [mode = '', type = '', hash = '', size = ''] = line.slice(0, tab).split(/ +/);
      return { path: line.slice(tab + 1), kind: kindOf(mode, type), hash, size };
    });
  if (lines.some(({ size }) => size === MISSING_SIZE)) throw notAll(commit);
  return lines;
}

interface TreeLine {
  readonly path: string;
  readonly kind: FileEntry['kind'];
  readonly hash: string;
  readonly size: string;
}

function notAll(commit: string): GitError {
  return new GitError(
    `this clone does not have all files of commit ${commit.slice(0, 12)}: it was made with a filter or has lost some, and none are fetched here. Fetch them with: git fetch --refetch --no-filter (in CI: check out without a filter).`,
  );
}
