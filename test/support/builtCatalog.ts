import { join } from 'node:path';
import { buildCatalog } from '../../src/catalog-tool/buildCatalog';
import { createCatalog } from '../../src/core/catalog/createCatalog';
import type { Catalog, CatalogRecords } from '../../src/core/catalog/records';

const DATA = join(import.meta.dirname, '../../src/catalog');

let records: CatalogRecords | undefined;
let catalog: Catalog | undefined;

/** The records of the real catalog, built from its sources once for all test files of a process. */
export function builtRecords(): CatalogRecords {
  records ??= buildCatalog(DATA);
  return records;
}

/** The real catalog, built once for all test files of a process. */
export function builtCatalog(): Catalog {
  catalog ??= createCatalog(builtRecords());
  return catalog;
}
