import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  decodeFound,
  type Detection,
  type DetectionContext,
  type Found,
  LayeredMap,
  type Searched,
  type SearchThreads,
  type SourceText,
} from '../core';
import type { SearchAnswer, SearchRequest, ThreadData, ToldLayer } from './searchThread';

/** Less text is searched sooner than threads have started, in UTF-16 code units. */
const LEAST_TEXT = 2_000_000;
/** What waits in a thread: enough that it is not idle while the others work on one long file. */
const MOST_WAITING = 64;
const MOST_TEXT_WAITING = 1_000_000;
/** More threads than this wait for the one that judges. */
export const MOST_THREADS = 8;

/** A search leaves little behind: room for more of what is new is paid for by each thread and makes none quicker. */
const LIMITS = { maxYoungGenerationSizeMb: 12 };

/** As many threads as there are processors. */
export function usualThreads(): number {
  return Math.min(availableParallelism(), MOST_THREADS);
}

/**
 * Searches files in threads beside the one that asks; they start once there is enough to search.
 * @param options `threads` counts the one that asks; `file` is the built `searchThread`; `data` is asked for when they start
 */
export function openSearchThreads({
  file,
  threads,
  data,
  leastText = LEAST_TEXT,
}: {
  readonly file: string;
  readonly threads: number;
  readonly data: () => ThreadData;
  readonly leastText?: number;
}): SearchThreads {
  let started: readonly SearchThread[] | undefined;
  let asked = 0;
  const start = (): readonly SearchThread[] =>
    Array.from({ length: threads - 1 }, () => new SearchThread(file, data()));
  return {
    take(searched) {
      asked += searched.text.length;
      if (asked < leastText) return undefined;
      started ??= start();
      const free = started.filter((thread) => thread.hasRoom);
      const [least] = free.sort((a, b) => a.textWaiting - b.textWaiting);
      return least?.search(searched);
    },
    async close() {
      await Promise.all((started ?? []).map((thread) => thread.close()));
    },
  };
}

interface Waiting {
  readonly size: number;
  readonly resolve: (found: Found) => void;
  readonly reject: (reason: Error) => void;
}

/** A thread that searches one file or document after the other, in the order in which they are given. */
export class SearchThread {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private readonly contexts = new Map<
    DetectionContext['configValues'],
    Map<DetectionContext['additions'], number>
  >();
  private readonly layers = new Map<ReadonlyMap<string, string>, number>();
  private told = 0;
  private broken = false;
  textWaiting = 0;

  constructor(file: string, workerData: ThreadData) {
    this.worker = new Worker(file, { workerData, stdout: true, stderr: true, resourceLimits: LIMITS });
    this.worker.on('message', (answer: SearchAnswer) => this.settle(answer));
    this.worker.on('error', () => this.fail());
    this.worker.on('messageerror', () => this.fail());
    this.worker.on('exit', () => this.fail());
  }

  get hasRoom(): boolean {
    return !this.broken && this.waiting.length < MOST_WAITING && this.textWaiting < MOST_TEXT_WAITING;
  }

  /** Rejects where the search fails or the thread ends. */
  search({ path, text, configValues, additions }: Searched): Promise<Found> {
    return this.ask({ path, text }, { configValues, additions });
  }

  /** What a document names; rejects as {@link search} does. */
  async detect({ path, text, languageId }: SourceText, context: DetectionContext): Promise<Detection> {
    const source = { path, text, ...(languageId !== undefined && { languageId }), isDocument: true } as const;
    return (await this.ask(source, context)).detection;
  }

  private ask(source: Pick<SearchRequest, 'path' | 'text'>, context: DetectionContext): Promise<Found> {
    return new Promise((resolve, reject) => {
      const size = source.text.length;
      this.waiting.push({ size, resolve, reject });
      this.textWaiting += size;
      this.worker.postMessage({ ...source, ...this.numbered(context) });
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private numbered({ configValues, additions }: DetectionContext): Pick<SearchRequest, 'context' | 'told'> {
    let byAdditions = this.contexts.get(configValues);
    if (byAdditions === undefined) this.contexts.set(configValues, (byAdditions = new Map()));
    const known = byAdditions.get(additions);
    if (known !== undefined) return { context: known };
    const context = this.told++;
    byAdditions.set(additions, context);
    const layers: ToldLayer[] = [];
    const values = configValues && this.layerOf(configValues, layers);
    return { context, told: { layers, values, additions } };
  }

  /** The number of values, once the layers are told that are added to those which the thread does not know. */
  private layerOf(values: ReadonlyMap<string, string>, told: ToldLayer[]): number {
    const known = this.layers.get(values);
    if (known !== undefined) return known;
    told.push(
      values instanceof LayeredMap
        ? { own: values.own as ReadonlyMap<string, string>, above: this.layerOf(values.above, told) }
        : { own: values, above: undefined },
    );
    const number = this.layers.size;
    this.layers.set(values, number);
    return number;
  }

  private settle({ line }: SearchAnswer): void {
    const first = this.waiting.shift();
    if (first === undefined) return;
    this.textWaiting -= first.size;
    if (line === undefined) first.reject(new Error('The search failed.'));
    else first.resolve(decodeFound(line));
  }

  /** What waits is searched by who asked. */
  private fail(): void {
    this.broken = true;
    for (const { reject } of this.waiting.splice(0)) reject(new Error('The thread ended.'));
  }
}
