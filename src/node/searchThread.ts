import { parentPort, workerData } from 'node:worker_threads';
import {
  createEngine,
  type DetectionContext,
  encodeFound,
  FileSearcher,
  type Found,
  LayeredMap,
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
  readonly told?: ToldContext;
}

/** A context whose values are those of a number: of layers that were told before, and then of those that are told with it. */
export interface ToldContext extends Pick<SearchContext, 'additions'> {
  readonly layers: readonly ToldLayer[];
  readonly values: number | undefined;
}

/** Values of configuration on top of those of another number. What many folders see is told once. */
export interface ToldLayer {
  readonly own: ReadonlyMap<string, string>;
  readonly above: number | undefined;
}

/** The answers come in the order of the requests: what was found, or nothing where the search failed. */
export interface SearchAnswer {
  readonly line: string | undefined;
}

/** The contexts that a thread was told of. */
class ToldContexts {
  private readonly contexts: SearchContext[] = [];
  private readonly layers: ReadonlyMap<string, string>[] = [];

  of({ context, told }: Pick<SearchRequest, 'context' | 'told'>): SearchContext {
    if (told !== undefined) this.contexts[context] = this.read(told);
    return this.contexts[context] as SearchContext;
  }

  private read({ layers, values, additions }: ToldContext): SearchContext {
    for (const { own, above } of layers)
      this.layers.push(above === undefined ? own : new LayeredMap(own, this.layer(above)));
    return { ...(values !== undefined && { configValues: this.layer(values) }), additions };
  }

  private layer(number: number): ReadonlyMap<string, string> {
    return this.layers[number] as ReadonlyMap<string, string>;
  }
}

const NOTHING: Found['evidence'] = { words: [], licenses: [] };

function serve(port: NonNullable<typeof parentPort>, { catalogFile }: ThreadData): void {
  const engine = createEngine(readCatalog(catalogFile), systemClock);
  const searcher = new FileSearcher(engine);
  const contexts = new ToldContexts();
  const search = (request: SearchRequest): Found => {
    const context = contexts.of(request);
    if (request.isDocument === true) return { detection: engine.detect(request, context), evidence: NOTHING };
    const { path, text } = request;
    return searcher.search({ path, text, ...(context as Pick<Searched, 'configValues' | 'additions'>) });
  };
  const answerTo = (request: SearchRequest): SearchAnswer => {
    try {
      return { line: encodeFound(search(request)) };
    } catch {
      return { line: undefined }; // Who asked searches the file once more, and tells what is wrong with it.
    }
  };
  port.on('message', (request: SearchRequest) => port.postMessage(answerTo(request)));
}

if (parentPort !== null) serve(parentPort, workerData as ThreadData);
