import { createHash } from 'node:crypto';
import {
  decodeFound,
  type DigestedFile,
  encodeFound,
  type FoundCache,
  isContentSkip,
  LayeredMap,
  type Quiet,
  type Searched,
} from '../core';
import { MOST_KEPT, readKept, writeKept } from './keptFile';
import { LineLog } from './lineLog';

/** Smaller trees are searched sooner than a file is read and written. */
const LEAST_TEXT = 500_000;
/** Stands for a file of which nothing is to be told, and begins the reason why one is skipped. No line of what was found begins so. */
const NOTHING = '-';
const SKIPPED = '!';

/** What the audits of one place found, in one file. */
export interface FoundFile extends FoundCache {
  /** Keeps what was found in this run, and forgets what was found in none of its files. Never rejects: without it the next run searches anew. */
  save(): Promise<void>;
}

/**
 * Opens what earlier audits kept. What does not fit into the file is searched again.
 * @param engine tells engine and catalog apart from all others
 */
export async function openFoundFile(path: string, engine: string): Promise<FoundFile> {
  const known = new KnownLines((await readKept(path, engine)) ?? Buffer.alloc(0));
  const made = new LineLog();
  /** Files in which nothing is found, until it is known whether that is all that there is to tell of them. */
  const empty = new Set<string>();
  /** Files in which something is found: those whose hosts others tell are searched twice. */
  const full = new Set<string>();
  const write = (key: string, line: string): void => made.add(`${key} ${line}\n`);
  let hasNew = false;
  let size = 0;
  const keyOf = keysOfFiles();
  return {
    known(file) {
      size += file.text.length;
      const line = known.use(keyOf(file));
      if (line === undefined || line.startsWith(SKIPPED)) return undefined;
      return decodeFound(line === NOTHING ? '' : line);
    },
    keep(file, found) {
      const key = keyOf(file);
      const line = encodeFound(found);
      hasNew = true;
      if (line === '') empty.add(key);
      else if (!full.has(key)) write(key, line);
      if (line !== '') full.add(key);
    },
    quiet(file) {
      const line = known.use(keyOf(file));
      const quiet = quietOf(line);
      if (quiet !== undefined) size += file.size;
      return quiet;
    },
    keepQuiet(file, quiet) {
      const key = keyOf(file);
      if (quietOf(known.use(key)) === quiet) return;
      hasNew = true;
      empty.delete(key);
      write(key, quiet === 'nothing' ? NOTHING : SKIPPED + quiet);
    },
    async save() {
      if (size < LEAST_TEXT || (!hasNew && known.areAllUsed)) return;
      for (const key of empty) write(key, '');
      await writeKept(path, engine, () => fitting([known.used(), made.parts()]));
    },
  };
}

/** As many of the lines as may be kept. */
function* fitting(all: readonly Iterable<string | Uint8Array>[]): Generator<string | Uint8Array> {
  let left = MOST_KEPT;
  for (const parts of all)
    for (const lines of parts) {
      left -= lines.length;
      if (left < 0) return;
      yield lines;
    }
}

function quietOf(line: string | undefined): Quiet | undefined {
  if (line === NOTHING) return 'nothing';
  const reason = line?.startsWith(SKIPPED) === true ? line.slice(SKIPPED.length) : '';
  return isContentSkip(reason) ? reason : undefined;
}

/** Makes keys of all that decides what is found in a file. What is the same object for many files is hashed once. */
function keysOfFiles(): (searched: Searched | DigestedFile) => string {
  const known = new WeakMap<object, string>();
  const once = (of: object, text: () => string): string => {
    let key = known.get(of);
    if (key === undefined) known.set(of, (key = hash(text())));
    return key;
  };
  const ofValues = (values: ReadonlyMap<string, string>): string =>
    once(values, () =>
      JSON.stringify(
        values instanceof LayeredMap ? [[...values.own], ofValues(values.above)] : [[...values]],
      ),
    );
  const make = (file: Searched | DigestedFile): string => {
    const { path, configValues, additions } = file;
    return hash(
      JSON.stringify([
        path,
        ofValues(configValues),
        additions === undefined
          ? ''
          : once(additions, () =>
              JSON.stringify([additions.loaders, additions.keys, additions.prefixes].map((map) => [...map])),
            ),
        file.digest ??
          createHash('sha256')
            .update((file as Searched).text)
            .digest('base64url'),
      ]),
    );
  };
  const keys = new WeakMap<Searched | DigestedFile, string>();
  return (searched) => {
    let key = keys.get(searched);
    if (key === undefined) keys.set(searched, (key = make(searched)));
    return key;
  };
}

/** The lines of a kept text by their keys, which are read when they are asked for. Of those with the same key the last one counts. */
class KnownLines {
  private readonly starts = new Map<string, number>();
  private readonly wanted = new Set<string>();

  constructor(private readonly text: Buffer) {
    for (let at = 0; at < text.length; at = this.endOf(at) + 1)
      this.starts.set(text.toString('latin1', at, at + KEY), at);
  }

  get areAllUsed(): boolean {
    return this.wanted.size === this.starts.size;
  }

  /** The line of a key, which is kept for the next run. */
  use(key: string): string | undefined {
    const start = this.starts.get(key);
    if (start === undefined) return undefined;
    this.wanted.add(key);
    return this.text.toString('utf8', start + KEY + 1, this.endOf(start));
  }

  *used(): Generator<Uint8Array> {
    for (const key of this.wanted) {
      const start = this.starts.get(key) as number;
      yield this.text.subarray(start, this.endOf(start) + 1);
    }
  }

  private endOf(start: number): number {
    const end = this.text.indexOf(NEWLINE, start);
    return end < 0 ? this.text.length : end;
  }
}

const NEWLINE = 0x0a;

/** Half of a digest tells all files of a tree apart. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest().toString('base64url', 0, 16);
}

/** Length of a key. */
const KEY = 22;
