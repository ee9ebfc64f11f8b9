import type { Absentee, TrackedFiles } from './trackedFiles';
import { addTo } from '../text/grouped';
import { folderOf } from '../text/relativePath';

/** What of some files need not be on disk, by the folder in which it, or the folder that holds it, would lie. */
export type AbsenteesByFolder = ReadonlyMap<string, ReadonlyMap<string, readonly Absentee[]>>;

const GROUPED = new WeakMap<TrackedFiles, AbsenteesByFolder>();

/**
 * What is tracked in a folder and not on disk: each missing entry of the folder with the submodules and left-out files that it is or holds.
 * @param folder in the audited tree
 * @param entries the paths that lie in the folder
 */
export function missingIn(
  folder: string,
  entries: readonly string[],
  tracked: TrackedFiles,
): readonly (readonly [string, readonly Absentee[]])[] {
  const expected = grouped(tracked).get(folder.normalize());
  if (expected === undefined) return [];
  const there = new Set(entries.map((path) => path.normalize()));
  return [...expected].filter(([path]) => !there.has(path));
}

/** Whether a folder is one in which a submodule is checked out. */
export function isSubmodule(folder: string, { absentees }: TrackedFiles): boolean {
  const path = folder.normalize();
  return absentees.some((absentee) => absentee.reason === 'submodule' && absentee.path === path);
}

function grouped(tracked: TrackedFiles): AbsenteesByFolder {
  const known = GROUPED.get(tracked);
  if (known !== undefined) return known;
  const groups = new Map<string, Map<string, Absentee[]>>();
  for (const absentee of tracked.absentees) {
    let path = absentee.path.replace(/\/$/, '');
    while (path !== '') {
      const folder = folderOf(path);
      const group = groups.get(folder) ?? new Map<string, Absentee[]>();
      groups.set(folder, group);
      addTo(group, path, absentee);
      path = folder;
    }
  }
  GROUPED.set(tracked, groups);
  return groups;
}
