import { createHash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  decodeCatalog,
  errorText,
  layeredCatalog,
  type LayerProblem,
  MOST_LAYER_BYTES as MOST_BYTES,
  message,
  type Message,
  once,
} from '../core';
import { catalogFolderPath } from './catalogFolder';
import type { LoadedCatalog } from './loadCatalog';

export interface LayerRefusal {
  readonly path: string;
  /** Why the file cannot be read; else what is wrong in it. */
  readonly refused?: Message;
  readonly problems?: readonly LayerProblem[];
}

/**
 * A catalog with an organization's own records on top. It is kept as a file of its own, which threads read and digests are of: one with the
 * same content has the same name.
 * @param paths as a person wrote them, relative to `cwd`; each goes before those in front of it
 */
export function withLayers(
  loaded: LoadedCatalog,
  paths: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): LoadedCatalog | LayerRefusal {
  const files: { readonly path: string; readonly text: string }[] = [];
  for (const path of paths) {
    const read = layerText(resolve(cwd, path));
    if ('refused' in read) return { path, refused: read.refused };
    files.push({ path, text: read.text });
  }
  const layered = layeredCatalog(readFileSync(loaded.path, 'latin1'), files);
  if ('problems' in layered) return layered;
  let path: string;
  try {
    path = keepCatalog(layered.text, env);
  } catch (error) {
    return {
      path: paths.at(-1) ?? '',
      refused: message('the catalog with it cannot be kept: {0}', errorText(error)),
    };
  }
  const decoded = once(() => decodeCatalog(layered.text));
  return {
    ...loaded,
    path,
    layers: paths,
    get catalog() {
      return decoded();
    },
  };
}

function layerText(path: string): { readonly text: string } | { readonly refused: Message } {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return { refused: message('it is not a regular file') };
    if (stats.size > MOST_BYTES) return { refused: message('it is larger than {0} MB', MOST_BYTES / 1e6) };
    return { text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    return { refused: message('it cannot be read: {0}', errorText(error)) };
  }
}

/** As many are kept as a user may have in use side by side. */
const MOST_KEPT = 8;

/**
 * Keeps a catalog under a name that tells its content, unless it is there, and forgets the oldest ones. Throws the reason of the file system.
 * @returns its path
 */
export function keepCatalog(text: string, env: NodeJS.ProcessEnv): string {
  const folder = join(catalogFolderPath(env), 'layered');
  const bytes = Buffer.from(text, 'latin1');
  const path = join(folder, `${createHash('sha256').update(bytes).digest('hex')}.jsonl`);
  if (isSame(path, bytes)) touch(path);
  else writeWhole(path, bytes);
  forgetOldest(folder);
  return path;
}

function isSame(path: string, bytes: Buffer): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

/** What is in use is not the oldest. */
function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Another run has forgotten it, or it may only be read.
  }
}

/** Several programs may write the same one at a time; none of them reads half of it. */
function writeWhole(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = `${path}.${randomBytes(4).toString('hex')}.new`;
  writeFileSync(fresh, bytes, { flag: 'wx', mode: 0o600 });
  renameSync(fresh, path);
}

/** Only the program's own files, and none that another run has forgotten meanwhile: what lies there beside is nobody's business. */
function forgetOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => OWN_FILE.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.at - a.at);
  for (const { path } of files.slice(MOST_KEPT)) rmSync(path, { force: true });
}

const OWN_FILE = /^[0-9a-f]{64}\.jsonl(?:\.[0-9a-f]{8}\.new)?$/;
