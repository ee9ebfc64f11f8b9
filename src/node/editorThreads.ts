import { join } from 'node:path';
import { fileOf, type StoredCatalog } from '../core';
import { catalogFolderPath } from './catalogFolder';
import { bundledFile } from './loadCatalog';
import { openSearchThreads, type SearchThreads, usualThreads } from './searchThreads';

/**
 * Threads for the editor, of which the one that asks is left to it. None starts before there is enough to search.
 *
 * @param home the folder of the bundles
 * @param stored the catalog in force; `undefined` for the one in `home`
 * @param env tells where the stored ones are
 * @param threads counts the one that asks
 */
export function openEditorThreads(
  home: string,
  stored: StoredCatalog | undefined,
  env: NodeJS.ProcessEnv,
  threads = usualThreads(),
): SearchThreads {
  return openSearchThreads({
    file: join(home, 'lib', 'searchThread.js'),
    threads,
    data: () => ({
      catalogFile: stored === undefined ? bundledFile(home) : join(catalogFolderPath(env), fileOf(stored)),
    }),
  });
}
