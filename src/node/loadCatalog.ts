import { isAscii } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog, decodeCatalog } from '../core';

/** The compiled catalog that lies beside the bundle. Throws when there is none or it cannot be read. */
export function loadCatalog(folder: string): Catalog {
  const bytes = readFileSync(join(folder, 'catalog.jsonl'));
  // The compiler writes ASCII alone, which need not be decoded.
  return decodeCatalog(bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8'));
}
