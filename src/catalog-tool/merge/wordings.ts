import type { LicenseRecord } from '../../core';
import { readYaml } from '../readData';

/** The shape of `license-names.yaml`. */
export interface Wordings {
  readonly exact: Readonly<Record<string, readonly string[]>>;
  readonly byOwner: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly none: readonly string[];
}

/** Finds the license key that a wording means; `undefined` where it means none for certain. */
export type ReadWording = (wording: string, owner: string) => string | undefined;

/** The reader of the catalog in a folder; `licenses` are its records. */
export function readWordings(dataFolder: string, licenses: readonly LicenseRecord[]): ReadWording {
  return wordingReader(readYaml(dataFolder, 'license-names.yaml').value as Wordings, licenses);
}

function wordingReader(wordings: Wordings, licenses: readonly LicenseRecord[]): ReadWording {
  const keys = new Map<string, string>();
  const add = (name: string, key: string): void => {
    if (!keys.has(plain(name))) keys.set(plain(name), key);
  };
  for (const { key } of licenses) add(key, key);
  for (const [key, names] of Object.entries(wordings.exact)) for (const name of names) add(name, key);
  for (const { key, spdx, aliases } of licenses)
    for (const name of [spdx, ...aliases]) if (name !== null) add(name, key);
  const owned = new Map(
    Object.entries(wordings.byOwner).map(([name, owners]) => [plain(name), lowerKeys(owners)]),
  );
  const none = new Set(wordings.none.map(plain));
  return (wording, owner) => {
    const name = plain(wording);
    if (none.has(name)) return undefined;
    const mine = owned.get(name);
    return mine === undefined ? keys.get(name) : mine.get(owner.toLowerCase());
  };
}

function plain(wording: string): string {
  return wording
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}

function lowerKeys(owners: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(owners).map(([owner, key]) => [owner.toLowerCase(), key]));
}
