import { parentPort, workerData } from 'node:worker_threads';
import { createEngine, encodeFound, FileSearcher, type Searched } from '../core';
import { systemClock } from './host';
import { readCatalog } from './loadCatalog';

/** What a thread is told when it starts. */
export interface ThreadData {
  /** The compiled catalog in force. */
  readonly catalogFile: string;
}

/** What many files have in common, told once. */
export type SearchContext = Pick<Searched, 'configValues' | 'additions'>;

export interface SearchRequest {
  readonly path: string;
  readonly text: string;
  /** Number of the context, and the context where it was not told before. */
  readonly context: number;
  readonly told?: SearchContext;
}

/** The answers come in the order of the requests: what was found, or nothing where the search failed. */
export interface SearchAnswer {
  readonly line: string | undefined;
}

function serve(port: NonNullable<typeof parentPort>, { catalogFile }: ThreadData): void {
  const searcher = new FileSearcher(createEngine(readCatalog(catalogFile), systemClock));
  const contexts: SearchContext[] = [];
  const answerTo = ({ path, text, context, told }: SearchRequest): SearchAnswer => {
    if (told !== undefined) contexts[context] = told;
    try {
      return { line: encodeFound(searcher.search({ path, text, ...(contexts[context] as SearchContext) })) };
    } catch {
      return { line: undefined }; // Who asked searches the file once more, and tells what is wrong with it.
    }
  };
  port.on('message', (request: SearchRequest) => port.postMessage(answerTo(request)));
}

if (parentPort !== null) serve(parentPort, workerData as ThreadData);
