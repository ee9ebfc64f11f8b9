import type { Decode, FileSource, GitReader } from '../ports';
import { errorText } from '../errorText';
import { folderOf } from '../text/relativePath';
import { parseGitIndex, type GitIndex } from './gitIndex';

const MAX_INDEX_BYTES = 200_000_000;
/** A `.git` file holds one path. */
const MAX_LINK_BYTES = 10_000;
const LINK = /^gitdir: (.+?)[\r\n]*$/;
/** A server's name: opening such a path would send the user's credentials to it. */
const ON_A_SERVER = /^[\\/]{2}/;

/** What git tracks in one work tree. */
export interface TrackedFiles {
  /** Whether a file is tracked, or a folder holds one that is; by its path in the audited tree. False where that cannot be told. */
  has(path: string): boolean;
  /** What need not be on disk though it is tracked; a submodule that is there has an index of its own. */
  readonly absentees: readonly Absentee[];
  /** Why the index could not be read in full. */
  readonly failure?: string;
}

/** A submodule, or what a sparse checkout leaves out. */
export interface Absentee {
  /** In the audited tree, in NFC; a folder of a sparse index ends with `/`. */
  readonly path: string;
  readonly reason: 'submodule' | 'sparse';
}

/**
 * Reads the index of the work tree that a folder is the root of, or (of `''`) lies in. No git process runs.
 * `undefined` where there is no work tree. Never rejects.
 * @param folder relative to the source's root
 */
export async function trackedFiles(
  source: FileSource,
  folder: string,
  decode: Decode,
): Promise<TrackedFiles | undefined> {
  const { git } = source;
  if (git === undefined) return undefined;
  if (git === 'all') return { has: () => true, absentees: [] };
  const above = folder === '' ? git.above : [];
  for (let levels = 0; levels <= above.length; levels++) {
    const base = folder === '' ? '../'.repeat(levels) : `${folder}/`;
    const gitFolder = await gitFolderAt(base, git, decode);
    if (gitFolder === undefined) continue;
    const { paths, absentees, ...rest } = await readTracked(gitFolder, git, decode);
    const down = above
      .slice(above.length - levels)
      .map((name) => `${name}/`)
      .join('')
      .normalize();
    return {
      ...rest,
      has: (path) => paths.has((folder === '' ? down + path : path.slice(base.length)).normalize()),
      absentees: absentees.flatMap(({ path, reason }) => {
        if (folder !== '') return [{ path: base.normalize() + path, reason }];
        return path.startsWith(down) ? [{ path: path.slice(down.length), reason }] : [];
      }),
    };
  }
  return undefined;
}

/** Where git keeps its files for the work tree at `base`: in `.git`, or where the file `.git` of a submodule or linked work tree says. */
export async function gitFolderAt(base: string, git: GitReader, decode: Decode): Promise<string | undefined> {
  const own = `${base}.git`;
  if ((await readIfThere(git, `${own}/HEAD`, MAX_LINK_BYTES)) !== undefined) return own;
  const link = await readIfThere(git, own, MAX_LINK_BYTES);
  const target = link === undefined ? undefined : LINK.exec(decode(link, 'utf-8'))?.[1];
  if (target === undefined || ON_A_SERVER.test(target)) return undefined;
  return /^(?:\/|[A-Za-z]:[\\/])/.test(target) ? target : base + target;
}

/** Reads the index, and the shared one where it is split. What can be read of them counts; nothing is tracked where nothing was ever added. */
async function readTracked(
  gitFolder: string,
  git: GitReader,
  decode: Decode,
): Promise<Omit<TrackedFiles, 'has'> & { readonly paths: ReadonlySet<string> }> {
  const paths = new Set<string>();
  const absentees: Absentee[] = [];
  const add = async (name: string): Promise<GitIndex | undefined> => {
    const bytes = await git.read(`${gitFolder}/${name}`, MAX_INDEX_BYTES);
    const index = bytes && parseGitIndex(bytes, decode);
    for (const path of index?.paths ?? []) addWithFolders(paths, path.normalize());
    if (index !== undefined) absentees.push(...absenteesOf(index));
    return index;
  };
  try {
    const shared = (await add('index'))?.sharedIndex;
    if (shared !== undefined && (await add(`sharedindex.${shared}`)) === undefined)
      throw new Error('the shared index it is split from is missing');
    return { paths, absentees };
  } catch (error) {
    return { paths, absentees, failure: errorText(error) };
  }
}

function absenteesOf({ submodules, sparse }: GitIndex): readonly Absentee[] {
  return [
    ...submodules.map((path) => ({ path: path.normalize(), reason: 'submodule' as const })),
    ...sparse.map((path) => ({ path: path.normalize(), reason: 'sparse' as const })),
  ];
}

/** A path, and the folders that lead to it. */
function addWithFolders(paths: Set<string>, path: string): void {
  for (let at = path; at !== '' && !paths.has(at); at = folderOf(at)) paths.add(at);
}

/** A file that git keeps; `undefined` where there is none or it cannot be read. */
export async function readIfThere(
  git: GitReader,
  path: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  try {
    return await git.read(path, maxBytes);
  } catch {
    return undefined;
  }
}
