import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { IgnoreFileAbove } from '../core/audit/gitignore';
import type { PolicyText } from '../core/audit/policyScope';
import { POLICY_FILE_NAME } from '../core/policy/readPolicy';
import { policyText } from './policyText';

/** What paths on a command line mean: one root that all reported paths are relative to, and what of it was asked for. */
export interface Target {
  /** Absolute. */
  readonly root: string;
  readonly name: string;
  /** Relative to the root; empty means all of it. */
  readonly include: readonly string[];
  /** Named paths that do not exist, as written. */
  readonly missing: readonly string[];
}

/** One folder is its own root. Several paths, or a file, are taken relative to the working folder, or to what they have in common outside it. */
export function targetOf(paths: readonly string[], cwd: string): Target {
  const absolute = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(cwd, path));
  const missing = paths.filter((path) => !existsSync(resolve(cwd, path)));
  const [first] = absolute;
  if (absolute.length === 1 && first !== undefined && missing.length === 0 && statSync(first).isDirectory()) {
    return { root: first, name: basename(first), include: [], missing };
  }
  const root = commonFolder(absolute, cwd);
  const include = absolute.map((path) => slashes(relative(root, path)));
  return { root, name: basename(root), include: include.includes('') ? [] : include, missing };
}

/** What governs a folder from above: policy and ignore files of the git work tree it lies in. Outside of one nothing does. */
export interface Surroundings {
  readonly policyAbove?: PolicyText;
  readonly ignoresAbove: readonly IgnoreFileAbove[];
}

export function surroundingsOf(root: string): Surroundings {
  const folders = foldersAbove(root);
  const policy = folders.map((folder) => join(folder, POLICY_FILE_NAME)).find((file) => existsSync(file));
  const ignoresAbove = folders
    .flatMap((folder): IgnoreFileAbove[] => {
      const file = join(folder, '.gitignore');
      return existsSync(file)
        ? [{ root: slashes(relative(folder, root)), text: readFileSync(file, 'utf8') }]
        : [];
    })
    .reverse();
  return {
    ...(policy !== undefined && { policyAbove: policyText(policy, slashes(relative(root, policy))) }),
    ignoresAbove,
  };
}

/** From the parent of a folder up to the root of its git work tree, the nearest first. */
function foldersAbove(root: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    if (folder !== root) folders.push(folder);
    if (existsSync(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [];
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
