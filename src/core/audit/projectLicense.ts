import { parse as parseToml } from 'smol-toml';
import type { Catalog } from '../catalog/records';
import { baseName, folderOf } from './pathRules';

/** Manifests that state the licence of the project they lie in, the most telling first. */
const MANIFESTS = ['package.json', 'pyproject.toml', 'Cargo.toml'];
const LICENSE_FILE = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i;
/** Where a licence's name stands in its own text. */
const TITLE_CHARACTERS = 400;

/** First lines of common licence texts; the titles are the licences' own. */
const TITLES: readonly (readonly [RegExp, string])[] = [
  [/^\s*apache license\s+version 2\.0/i, 'apache-2.0'],
  [/^\s*(?:the )?mit license/i, 'mit'],
  [/^\s*gnu affero general public license\s+version 3/i, 'agpl-3.0'],
  [/^\s*gnu lesser general public license\s+version 3/i, 'lgpl-3.0'],
  [/^\s*gnu general public license\s+version 3/i, 'gpl-3.0'],
  [/^\s*gnu general public license\s+version 2/i, 'gpl-2.0'],
  [/^\s*mozilla public license,? version 2\.0/i, 'mpl-2.0'],
  [/^\s*bsd 3-clause license/i, 'bsd-3-clause'],
  [/^\s*bsd 2-clause license/i, 'bsd-2-clause'],
];

export function statesLicense(path: string): boolean {
  const name = baseName(path);
  return MANIFESTS.includes(name) || LICENSE_FILE.test(name);
}

/** The licence a manifest or licence file states for its folder, as an SPDX id or expression; `undefined` when it states none. */
export function readProjectLicense(path: string, text: string): string | undefined {
  const name = baseName(path);
  try {
    if (name === 'package.json') return asText((JSON.parse(text) as { license?: unknown } | null)?.license);
    if (name === 'pyproject.toml') return pythonLicense(text);
    if (name === 'Cargo.toml') return asText(table(parseToml(text)['package'])['license']);
  } catch {
    return undefined; // A manifest that cannot be read states nothing; its own tools report the error.
  }
  const title = text.slice(0, TITLE_CHARACTERS);
  return TITLES.find(([pattern]) => pattern.test(title))?.[1];
}

/** PEP 639 made `license` a string; before it was a table, and Poetry kept its own. */
function pythonLicense(text: string): string | undefined {
  const manifest = parseToml(text);
  const project = table(manifest['project'])['license'];
  return asText(project) ?? asText(table(project)['text']) ?? asText(table(table(manifest['tool'])['poetry'])['license']);
}

function table(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** `UNLICENSED` and `SEE LICENSE IN …` name no licence. */
function asText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return /^(?:unlicensed$|see licen[cs]e)/i.test(value.trim()) ? undefined : value.trim();
}

/** The licences that the folders of a tree state. */
export class ProjectLicenses {
  private readonly byFolder = new Map<string, { readonly rank: number; readonly license: string }>();

  constructor(private readonly catalog: Catalog) {}

  add(path: string, text: string): void {
    const stated = readProjectLicense(path, text);
    if (stated === undefined) return;
    const index = MANIFESTS.indexOf(baseName(path));
    const rank = index < 0 ? MANIFESTS.length : index;
    const folder = folderOf(path);
    const before = this.byFolder.get(folder);
    if (before === undefined || rank < before.rank) this.byFolder.set(folder, { rank, license: this.catalog.license(stated)?.key ?? stated });
  }

  /** The licence of the project a file belongs to: the nearest one stated up the tree. */
  of(path: string): string | undefined {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const found = this.byFolder.get(folder);
      if (found !== undefined || folder === '') return found?.license;
    }
  }
}
