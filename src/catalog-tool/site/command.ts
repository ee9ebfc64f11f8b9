import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogRecords } from '../../core';
import { UsageError } from '../usageError';
import { siteData } from './siteData';

export const SITE_USAGE = 'site FOLDER';

/** The page itself: no build step, no library. */
const PAGE = 'media/site';

/** Writes the search page of the catalog and its data into a folder; `index.html` there opens without a server. */
export function siteCommand([folder, ...rest]: readonly string[], records: CatalogRecords): number {
  if (folder === undefined || rest.length > 0) throw new UsageError(`usage: catalog ${SITE_USAGE}`);
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  cpSync(PAGE, folder, { recursive: true });
  for (const { name, text } of siteData(records)) writeFileSync(join(data, name), text);
  return 0;
}
