import { join } from 'node:path';
import { type DocumentThread, fileOf, type SearchThreads, type StoredCatalog } from '../core';
import { catalogFolderPath } from './catalogFolder';
import { bundledFile } from './loadCatalog';
import type { ThreadData } from './searchThread';
import { openSearchThreads, SearchThread, usualThreads } from './searchThreads';

/** Where the catalog in force is kept. */
interface CatalogFile {
  /** One among the updated ones. */
  readonly stored?: StoredCatalog;
  /** One that was made from several files; it goes before the others. */
  readonly file?: string;
}

/**
 * Threads for the editor, of which the one that asks is left to it. None starts before there is enough to search.
 *
 * @param home the folder of the bundles
 * @param inForce where the catalog in force is: that in `home` where it says nothing
 * @param env tells where the stored ones are
 * @param threads counts the one that asks
 */
export function openEditorThreads(
  home: string,
  inForce: CatalogFile,
  env: NodeJS.ProcessEnv,
  threads = usualThreads(),
): SearchThreads {
  return openSearchThreads({
    file: threadFile(home),
    threads,
    data: () => dataOf(home, inForce, env),
  });
}

/** Starts a thread that reads documents. The parameters are those of {@link openEditorThreads}. */
export function openDocumentThread(
  home: string,
  inForce: CatalogFile,
  env: NodeJS.ProcessEnv,
): DocumentThread {
  const thread = new SearchThread(threadFile(home), dataOf(home, inForce, env));
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

function dataOf(home: string, { stored, file }: CatalogFile, env: NodeJS.ProcessEnv): ThreadData {
  if (file !== undefined) return { catalogFile: file };
  return {
    catalogFile: stored === undefined ? bundledFile(home) : join(catalogFolderPath(env), fileOf(stored)),
  };
}
