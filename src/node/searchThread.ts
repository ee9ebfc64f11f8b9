import { parentPort, workerData } from 'node:worker_threads';
import {
  createEngine,
  type DetectionContext,
  encodeFound,
  FileSearcher,
  type Found,
  type Searched,
  type SourceText,
} from '../core';
import { systemClock } from './host';
import { readCatalog } from './loadCatalog';

/** What a thread is told when it starts. */
export interface ThreadData {
  /** The compiled catalog in force. */
  readonly catalogFile: string;
}

/** What many files have in common, told once. A search of a file needs all of it. */
export type SearchContext = DetectionContext;

export interface SearchRequest extends SourceText {
  /** A text that an editor shows: what it names is all that is asked. */
  readonly isDocument?: true;
  /** Number of the context, and the context where it was not told before. */
  readonly context: number;
  readonly told?: SearchContext;
}

/** The answers come in the order of the requests: what was found, or nothing where the search failed. */
export interface SearchAnswer {
  readonly line: string | undefined;
}

const NOTHING: Found['evidence'] = { words: [], licenses: [] };

function serve(port: NonNullable<typeof parentPort>, { catalogFile }: ThreadData): void {
  const engine = createEngine(readCatalog(catalogFile), systemClock);
  const searcher = new FileSearcher(engine);
  const contexts: SearchContext[] = [];
  const search = (request: SearchRequest): Found => {
    const context = contexts[request.context] as SearchContext;
    if (request.isDocument === true) return { detection: engine.detect(request, context), evidence: NOTHING };
    const { path, text } = request;
    return searcher.search({ path, text, ...(context as Pick<Searched, 'configValues' | 'additions'>) });
  };
  const answerTo = (request: SearchRequest): SearchAnswer => {
    if (request.told !== undefined) contexts[request.context] = request.told;
    try {
      return { line: encodeFound(search(request)) };
    } catch {
      return { line: undefined }; // Who asked searches the file once more, and tells what is wrong with it.
    }
  };
  port.on('message', (request: SearchRequest) => port.postMessage(answerTo(request)));
}

if (parentPort !== null) serve(parentPort, workerData as ThreadData);
