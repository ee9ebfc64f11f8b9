import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { readOwnFile } from './regularFile';
import { writeOwnText } from './writeText';

/** No file is larger, as its parts count: bytes, and UTF-16 code units of what is written as a text. */
export const MOST_KEPT = 50_000_000;
/** As many files of a kind are kept, the last ones. */
const MOST_FILES = 20;

/**
 * The content of a file that was kept under a key; `undefined` where it is damaged in any place, or was kept under another one. Several
 * processes may use one file: each reads a whole one, and the last that ends leaves its own. Never rejects.
 */
export async function readKept(path: string, key: string): Promise<Buffer | undefined> {
  const bytes = await readOwnFile(path).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const body = bytes.subarray(DIGEST + 1);
  if (bytes.toString('latin1', 0, DIGEST + 1) !== `${digestOf([body])}\n`) return undefined;
  const start = Buffer.from(`${key}\n`);
  return body.subarray(0, start.length).equals(start) ? body.subarray(start.length) : undefined;
}

/** Parts of a text, made anew each time. */
export type Parts = () => Iterable<string | Uint8Array>;

/**
 * Keeps a text in a file that only its owner may read, and forgets the oldest files of its kind. Never rejects: a folder that cannot be
 * written, or a full disk, keeps nothing.
 * @returns false where the text is too long to be kept
 */
export async function writeKept(path: string, key: string, parts: Parts): Promise<boolean> {
  const all = function* (): Generator<string | Uint8Array> {
    yield `${key}\n`;
    yield* inPieces(parts());
  };
  let length = 0;
  for (const { length: more } of parts()) if ((length += more) > MOST_KEPT) return false;
  try {
    await writeOwnText(path, function* () {
      yield `${digestOf(all())}\n`;
      yield* all();
    });
    await forgetOldest(dirname(path), extname(path));
  } catch {
    // The next run does without.
  }
  return true;
}

/** Short parts together: each that is written or hashed costs a call. */
function* inPieces(parts: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let piece = '';
  for (const part of parts) {
    if (typeof part === 'string') piece += part;
    if (piece.length > PIECE || (typeof part !== 'string' && piece !== '')) {
      yield piece;
      piece = '';
    }
    if (typeof part !== 'string') yield part;
  }
  if (piece !== '') yield piece;
}

const PIECE = 65_536;

async function forgetOldest(folder: string, kind: string): Promise<void> {
  const files = (await readdir(folder))
    .filter((name) => name.endsWith(kind))
    .map((name) => join(folder, name));
  const dated = await Promise.all(files.map(async (file) => ({ file, at: (await lstat(file)).mtimeMs })));
  dated.sort((a, b) => b.at - a.at);
  for (const { file } of dated.slice(MOST_FILES)) await rm(file, { force: true });
}

/** The name of the file for what is asked of a root, by all that tells it from what else is asked. */
export function auditFileName(asked: readonly string[], kind: string): string {
  return `${digestOf([JSON.stringify(asked)]).slice(0, 32)}.${kind}`;
}

/**
 * Tells a build and its catalog from all others, by what is in them.
 * @param catalogFile the compiled catalog in force
 */
export function engineKey(home: string, catalogFile: string): string {
  const lib = join(home, 'lib');
  const all = createHash('sha256').update(readFileSync(catalogFile));
  for (const name of readdirSync(lib).sort())
    if (name.endsWith('.js')) all.update(`\n${name}\n`).update(readFileSync(join(lib, name)));
  return all.digest('base64url');
}

function digestOf(parts: Iterable<string | Uint8Array>): string {
  const all = createHash('sha256');
  for (const part of parts) all.update(part);
  return all.digest('base64url');
}

/** Length of a digest. */
const DIGEST = 43;
