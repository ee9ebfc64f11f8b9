import { join } from 'node:path';
import { createCatalog } from '../../../src/core/catalog/createCatalog';
import type { Catalog, LicenseRecord } from '../../../src/core/catalog/records';
import { readLicenses } from '../../../src/catalog-tool/readData';

export const DATA_FOLDER = join(__dirname, '../../../src/catalog');

/** The license records as people edit them. */
export const LICENSES: readonly LicenseRecord[] = readLicenses(DATA_FOLDER);

/** A catalog of licenses only. */
export const CATALOG: Catalog = createCatalog({
  date: '2026-11-24',
  models: [],
  licenses: LICENSES,
  organizations: [],
  families: [],
  hosts: [],
  familyNames: { hints: [], unrelated: [] },
  sources: {},
});

export function license(name: string): LicenseRecord {
  const record = CATALOG.license(name);
  if (record === undefined) throw new Error(`no license record ${name}`);
  return record;
}
