import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { readOwnFile } from './regularFile';
import { writeOwnText } from './writeText';

/** No file is larger, in UTF-16 code units. */
export const MOST_KEPT = 50_000_000;
/** As many files of a kind are kept, the last ones. */
const MOST_FILES = 20;

/**
 * The text of a file that was kept under a key; `undefined` where it is damaged in any place, or was kept under another one. Several
 * processes may use one file: each reads a whole one, and the last that ends leaves its own. Never rejects.
 */
export async function readKept(path: string, key: string): Promise<string | undefined> {
  const bytes = await readOwnFile(path).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const body = bytes.subarray(DIGEST + 1);
  if (bytes.toString('latin1', 0, DIGEST + 1) !== `${digestOf(body)}\n`) return undefined;
  const text = body.toString('utf8');
  return text.startsWith(`${key}\n`) ? text.slice(key.length + 1) : undefined;
}

/**
 * Keeps a text in a file that only its owner may read, and forgets the oldest files of its kind. One that is too long is not kept. Never
 * rejects: a folder that cannot be written, or a full disk, keeps nothing.
 */
export async function writeKept(path: string, key: string, text: string): Promise<void> {
  if (text.length > MOST_KEPT) return;
  const body = Buffer.from(`${key}\n${text}`);
  try {
    await writeOwnText(path, () => [`${digestOf(body)}\n`, body]);
    await forgetOldest(dirname(path), extname(path));
  } catch {
    // The next run does without.
  }
}

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
  return `${digestOf(JSON.stringify(asked)).slice(0, 32)}.${kind}`;
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

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

/** Length of a digest. */
const DIGEST = 43;
