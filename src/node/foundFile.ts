import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeFound, encodeFound, type FoundCache, type Searched } from '../core';
import { writeText } from './writeText';

/** Smaller trees are searched sooner than a file is read and written. */
const LEAST_TEXT = 500_000;
/** No file of kept results is larger; what does not fit is searched again. In UTF-16 code units. */
const MOST_KEPT = 50_000_000;
/** As many audits are remembered, the last ones. */
const MOST_FILES = 20;

/** What the audits of one place found, in one file, which only its owner may read. */
export interface FoundFile extends FoundCache {
  /** Keeps what was found in this run, and forgets what was found in none of its files. Never rejects: without it the next run searches anew. */
  save(): Promise<void>;
}

/**
 * Opens what earlier audits kept. A file that is damaged in any place, or that another engine or catalog wrote, is taken for none. Several
 * processes may use one file: each reads a whole one, and the last that ends leaves its own.
 * @param engine tells engine and catalog apart from all others
 */
export async function openFoundFile(path: string, engine: string): Promise<FoundFile> {
  const head = `${engine}\n`;
  const known = await readKept(path, head);
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
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeText(path, sealed(head, used), 0o600);
        await forgetOldest(dirname(path));
      } catch {
        // A folder that cannot be written, or a full disk.
      }
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

/** The lines of a file by their keys; none where the file is not whole, or not of this engine. */
async function readKept(path: string, head: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const end = text.indexOf('\n') + 1;
  const body = text.slice(end);
  if (text.slice(0, end) !== `${hash(body)}\n` || !body.startsWith(head)) return new Map();
  const lines = body.slice(head.length).split('\n').slice(0, -1);
  return new Map(lines.map((line) => [line.slice(0, KEY), line.slice(KEY + 1)]));
}

/** A text that begins with a hash of the rest. */
function sealed(head: string, kept: ReadonlyMap<string, string>): string {
  let body = head;
  for (const [key, line] of kept) if (body.length + line.length < MOST_KEPT) body += `${key} ${line}\n`;
  return `${hash(body)}\n${body}`;
}

async function forgetOldest(folder: string): Promise<void> {
  const files = (await readdir(folder))
    .filter((name) => name.endsWith(KIND))
    .map((name) => join(folder, name));
  const dated = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })));
  dated.sort((a, b) => b.at - a.at);
  for (const { file } of dated.slice(MOST_FILES)) await rm(file, { force: true });
}

const KIND = '.found';

/** The name of the file for the audits of some files and folders of a root. */
export function foundFileName(root: string, include: readonly string[]): string {
  return `${hash(JSON.stringify([root, ...include])).slice(0, 32)}${KIND}`;
}

/**
 * Tells a build and its catalog from all others: chunks are named by what is in them.
 * @param catalogFile the compiled catalog in force
 */
export async function engineKey(home: string, catalogFile: string): Promise<string> {
  const [chunks, catalog] = await Promise.all([readdir(join(home, 'lib')), readFile(catalogFile)]);
  return hash(
    chunks
      .filter((name) => name.endsWith('.js'))
      .sort()
      .join(),
    catalog,
  );
}

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const all = createHash('sha256');
  for (const part of parts) all.update(part);
  return all.digest('base64url');
}

/** Length of a key. */
const KEY = 43;
