import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageList } from './packageLists';

/** The folder of names that packages list, one file a host. Nobody edits it: corrections go to `hosts/`. */
export const LISTED = 'listed';

/** A list with the day on which its version was published, `YYYY-MM-DD`. */
export interface DatedList extends PackageList {
  readonly day: string;
}

/** What a file of {@link LISTED} holds: for each version of a package the names that it lists for the host. */
export interface ListedFile {
  readonly host: string;
  readonly packages: Readonly<Record<string, { readonly day: string; readonly names: readonly string[] }>>;
}

const HEADER =
  '# Written by `catalog services` from lists that packages on npm ship. Corrections go to `hosts/`, which goes before this.\n';

/**
 * Writes what the lists of today's names say into the catalog, in place of what was there. A name goes to the first list that has it.
 * @param hosts ids of the hosts that the catalog has a file for
 * @returns hosts that it has none for, whose names are left out
 */
export function writeServices(
  dataFolder: string,
  lists: readonly DatedList[],
  hosts: ReadonlySet<string>,
): readonly string[] {
  const files = filesOf(lists.filter(({ isCurrent }) => isCurrent));
  const folder = join(dataFolder, LISTED);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (old.endsWith('.yaml')) rmSync(join(folder, old));
  for (const [host, file] of files)
    if (hosts.has(host)) writeFileSync(join(folder, `${host}.yaml`), `${HEADER}${yamlOf(file)}`);
  return [...files.keys()].filter((host) => !hosts.has(host)).sort();
}

function filesOf(lists: readonly DatedList[]): ReadonlyMap<string, ListedFile> {
  const files = new Map<string, Record<string, { day: string; names: string[] }>>();
  const seen = new Set<string>();
  for (const { package: name, version, day, names } of lists) {
    for (const { host, id } of names) {
      const key = `${host} ${id}`.toLowerCase();
      if (seen.has(key)) continue;
      seen.add(key);
      const packages = files.get(host) ?? {};
      files.set(host, packages);
      (packages[`${name}@${version}`] ??= { day, names: [] }).names.push(id);
    }
  }
  return new Map([...files].map(([host, packages]) => [host, { host, packages }]));
}

/** One name a line, sorted, so that a change of a list reads as what came and went. */
function yamlOf({ host, packages }: ListedFile): string {
  const parts = Object.entries(packages).map(
    ([name, { day, names }]) =>
      `  ${JSON.stringify(name)}:\n    day: "${day}"\n    names:\n` +
      [...names]
        .sort((a, b) => (a < b ? -1 : 1))
        .map((id) => `      - ${JSON.stringify(id)}\n`)
        .join(''),
  );
  return `host: ${host}\npackages:\n${parts.join('')}`;
}
