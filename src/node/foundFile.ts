import { createHash } from 'node:crypto';
import { decodeFound, encodeFound, type FoundCache, type Searched } from '../core';
import { MOST_KEPT, readKept, writeKept } from './keptFile';

/** Smaller trees are searched sooner than a file is read and written. */
const LEAST_TEXT = 500_000;

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
  const known = linesOf((await readKept(path, engine)) ?? '');
  const used = new Map<string, string>();
  let searched = 0;
  let size = 0;
  const keyOf = keysOfFiles();
  return {
    known(file) {
      size += file.text.length;
      const key = keyOf(file);
      const line = known.get(key);
      if (line === undefined) return undefined;
      used.set(key, line);
      return decodeFound(line);
    },
    keep(file, found) {
      used.set(keyOf(file), encodeFound(found));
      searched++;
    },
    async save() {
      if (size < LEAST_TEXT || (searched === 0 && used.size === known.size)) return;
      await writeKept(path, engine, textOf(used));
    },
  };
}

/** Makes keys of all that decides what is found in a file. What is the same object for many files is hashed once. */
function keysOfFiles(): (searched: Searched) => string {
  const known = new WeakMap<object, string>();
  const once = (of: object, text: () => string): string => {
    let key = known.get(of);
    if (key === undefined) known.set(of, (key = hash(text())));
    return key;
  };
  const make = ({ path, text, configValues, additions }: Searched): string =>
    hash(
      JSON.stringify([
        path,
        once(configValues, () => JSON.stringify([...configValues])),
        additions === undefined
          ? ''
          : once(additions, () =>
              JSON.stringify([additions.loaders, additions.keys, additions.prefixes].map((map) => [...map])),
            ),
      ]),
      text,
    );
  const keys = new WeakMap<Searched, string>();
  return (searched) => {
    let key = keys.get(searched);
    if (key === undefined) keys.set(searched, (key = make(searched)));
    return key;
  };
}

/** The lines of a kept text by their keys. */
function linesOf(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').slice(0, -1);
  return new Map(lines.map((line) => [line.slice(0, KEY), line.slice(KEY + 1)]));
}

/** As much as may be kept. */
function textOf(kept: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [key, line] of kept)
    if (text.length + KEY + line.length + 2 <= MOST_KEPT) text += `${key} ${line}\n`;
  return text;
}

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const all = createHash('sha256');
  for (const part of parts) all.update(part);
  return all.digest('base64url');
}

/** Length of a key. */
const KEY = 43;
