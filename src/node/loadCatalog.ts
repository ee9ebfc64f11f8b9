import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog, decodeCatalog } from '../core';

/** The compiled catalog that lies beside the bundle. Throws when there is none or it cannot be read. */
export function loadCatalog(folder: string): Catalog {
  return decodeCatalog(readFileSync(join(folder, 'catalog.jsonl'), 'utf8'));
}
