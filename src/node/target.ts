import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type FolderAbove, readSurroundings, type Surroundings } from '../core';
import { decode } from './host';
import { isThere } from './isThere';
import { diskPlaces } from './policyText';

/** What paths on a command line mean: one root that all reported paths are relative to, and what of it was asked for. */
export interface Target {
  /** Absolute. */
  readonly root: string;
  readonly name: string;
  /** Relative to the root; empty means all of it. */
  readonly include: readonly string[];
  /** What was named beneath the root, also where all of it is asked for. */
  readonly named: readonly string[];
  /** Named paths that do not exist, as written. */
  readonly missing: readonly string[];
}

/** One folder is its own root. Several paths, or a file, are taken relative to the working folder, or to what they have in common outside it. */
export function targetOf(paths: readonly string[], cwd: string): Target {
  const absolute = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(cwd, path));
  const missing = paths.filter((path) => !isThere(resolve(cwd, path)));
  const [first] = absolute;
  if (absolute.length === 1 && first !== undefined && isFolder(first))
    return { root: first, name: basename(first), include: [], named: [], missing };
  const root = commonFolder(absolute, cwd);
  const include = absolute.map((path) => slashes(relative(root, path)));
  const named = include.filter((path) => path !== '');
  return { root, name: basename(root), include: include.includes('') ? [] : named, named, missing };
}

/** Whether a path is, or leads to, a folder. */
function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false; // A link that leads to itself.
  }
}

/**
 * What governs a folder from above: policy and ignore files up to the root of the git work tree it lies in and, where the program runs
 * above it, up to the working folder. So `audit` and `audit sub` judge the same, also where there is no repository.
 */
export function surroundingsOf(root: string, cwd: string): Promise<Surroundings> {
  return readSurroundings(placesAbove(root, cwd), decode);
}

/** The {@link foldersAbove} a folder, as policies are looked for there. */
export function placesAbove(root: string, cwd: string): readonly FolderAbove[] {
  return foldersAbove(root, cwd).map((folder) => ({
    up: slashes(relative(root, folder)),
    down: slashes(relative(folder, root)),
    places: diskPlaces(folder),
  }));
}

/** From the parent of a folder up to the root of its git work tree or to the working folder, whichever is further up; the nearest first. */
export function foldersAbove(root: string, cwd: string): readonly string[] {
  const folders: string[] = [];
  let count = 0;
  let inRepository = false;
  for (let folder = root; ; folder = dirname(folder)) {
    if (folder !== root) folders.push(folder);
    const isRepository: boolean = !inRepository && existsSync(join(folder, '.git'));
    inRepository ||= isRepository;
    if (isRepository || folder === cwd) count = folders.length;
    if (dirname(folder) === folder) return folders.slice(0, count);
  }
}

function commonFolder(paths: readonly string[], cwd: string): string {
  let folder = cwd;
  while (
    !paths.every((path) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
  )
    folder = dirname(folder);
  return folder;
}

export function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
