import { join } from 'node:path';
import { type DocumentThread, fileOf, type SearchThreads, type StoredCatalog } from '../core';
import { catalogFolderPath } from './catalogFolder';
import { bundledFile } from './loadCatalog';
import type { ThreadData } from './searchThread';
import { openSearchThreads, SearchThread, usualThreads } from './searchThreads';

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
    file: threadFile(home),
    threads,
    data: () => dataOf(home, stored, env),
  });
}

/** Starts a thread that reads documents. The parameters are those of {@link openEditorThreads}. */
export function openDocumentThread(
  home: string,
  stored: StoredCatalog | undefined,
  env: NodeJS.ProcessEnv,
): DocumentThread {
  const thread = new SearchThread(threadFile(home), dataOf(home, stored, env));
  let isReady = false;
  void thread.detect({ path: '', text: '' }, { additions: undefined }).then(
    () => (isReady = true),
    () => undefined,
  );
  return {
    detect: (source, context) => (isReady && thread.hasRoom ? thread.detect(source, context) : undefined),
    close: () => thread.close(),
  };
}

function threadFile(home: string): string {
  return join(home, 'lib', 'searchThread.js');
}

function dataOf(home: string, stored: StoredCatalog | undefined, env: NodeJS.ProcessEnv): ThreadData {
  return {
    catalogFile: stored === undefined ? bundledFile(home) : join(catalogFolderPath(env), fileOf(stored)),
  };
}
