import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CatalogRecords, createCatalog, createLookup } from '../../core';
import { UsageError } from '../usageError';
import { coverageOf, FACTS, knownOf, type Coverage } from './measure';
import { PACKAGES, readPackageLists, type PackageList } from './packageLists';
import { writeServices, type DatedList } from './writeServices';

export const COVERAGE_USAGE = 'coverage [--packages FOLDER] [--misses N]';
export const SERVICES_USAGE = 'services [--packages FOLDER]';

/**
 * Prints how much is known of the names that packages on npm list today. Without `--packages` they are installed into a temporary
 * folder, without their scripts, and removed afterwards.
 */
export function coverageCommand(args: readonly string[], records: CatalogRecords): number {
  const { folder, misses } = optionsOf(args, COVERAGE_USAGE);
  const lists = folder === undefined ? installedLists() : readPackageLists(folder);
  const catalog = createCatalog(records);
  const from = { catalog, lookup: createLookup(catalog) };
  process.stdout.write(`${tableOf(coverageOf(from, lists)).join('\n')}\n`);
  const names = new Map(lists.flatMap((list) => list.names.map((name) => [`${name.host}:${name.id}`, name])));
  const missed = [...names].flatMap(([text, name]) => {
    const known = knownOf(from, name);
    const lacking = [...FACTS.filter((fact) => !known[fact]), ...(known.full ? [] : ['full'])];
    return lacking.length === 0 ? [] : [`${text}: ${lacking.join(', ')}`];
  });
  if (misses > 0) process.stdout.write(`${missed.slice(0, misses).join('\n')}\n`);
  return 0;
}

function optionsOf(
  args: readonly string[],
  usage: string,
): { readonly folder: string | undefined; readonly misses: number } {
  let folder: string | undefined;
  let misses = 0;
  for (let at = 0; at < args.length; at += 2) {
    const value = args[at + 1];
    if (args[at] === '--packages' && value !== undefined) folder = value;
    else if (args[at] === '--misses' && /^\d+$/.test(value ?? '')) misses = Number(value);
    else throw new UsageError(`usage: catalog ${usage}`);
  }
  return { folder, misses };
}

/** What packages list that are installed for it into a temporary folder, without running their scripts. */
function installedLists(): readonly PackageList[] {
  const folder = mkdtempSync(join(tmpdir(), 'model-lists-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const names = PACKAGES.map(({ package: name }) => `${name}@latest`);
    npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', ...names], folder);
    return readPackageLists(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Writes the names that packages list today into the catalog, and tells the hosts that it has no file for. */
export function servicesCommand(
  args: readonly string[],
  dataFolder: string,
  { hosts }: CatalogRecords,
): number {
  const { folder } = optionsOf(args, SERVICES_USAGE);
  const lists = (folder === undefined ? installedLists() : readPackageLists(folder)).map(
    (list): DatedList => ({ ...list, day: list.isCurrent ? publishedOn(list) : '' }),
  );
  const unknown = writeServices(dataFolder, lists, new Set(hosts.map(({ id }) => id)));
  process.stdout.write(
    unknown.length === 0 ? 'every host has a file\n' : `no file in hosts/: ${unknown.join(', ')}\n`,
  );
  return 0;
}

/** The day on which npm got a version, `YYYY-MM-DD`. */
function publishedOn({ package: name, version }: PackageList): string {
  const times = JSON.parse(npm(['view', name, 'time', '--json'], tmpdir())) as Readonly<
    Record<string, string>
  >;
  const [, day] = /^(\d{4}-\d{2}-\d{2})T/.exec(times[version] ?? '') ?? [];
  if (day === undefined) throw new Error(`npm does not say when ${name}@${version} was published`);
  return day;
}

/** One row a list, in percent of its names. */
export function tableOf(coverage: readonly Coverage[]): readonly string[] {
  const head = ['list', 'names', ...FACTS, 'all four', 'full'];
  const rows = coverage.map(({ list, names, facts, all, full }) => {
    const share = (value: number): string => `${((100 * value) / Math.max(1, names)).toFixed(1)} %`;
    return [list, String(names), ...FACTS.map((fact) => share(facts[fact])), share(all), share(full)];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}
