import { isAscii } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type Catalog,
  type CatalogVersion,
  decodeCatalog,
  errorText,
  fileOf,
  message,
  type Message,
  once,
  readState,
  readWholeCatalog,
  STATE_FILE,
  type StoredCatalog,
  storedInForce,
} from '../core';
import { loadCrypto } from './crypto';
import { readWithStats } from './fileSource';

/** The catalog that all of a run is judged by, and where it comes from. */
export interface LoadedCatalog {
  /** Read when it is first asked for: who only wants to know which one is in force does without. */
  readonly catalog: Catalog;
  readonly path: string;
  readonly version: CatalogVersion;
  /** The day of the one that came with the program, `YYYY-MM-DD`. */
  readonly bundled: string;
  /** Absent for the one that came with the program. */
  readonly stored?: StoredCatalog;
  /** The files of an organization's own records that are on top of it, as they were named. Absent where there are none. */
  readonly layers?: readonly string[];
  /** Why an updated one is not used. */
  readonly problem?: Message;
}

/** The compiled catalog that lies beside the bundle. Throws when there is none or it cannot be read. */
export function loadCatalog(home: string): Catalog {
  return readCatalog(bundledFile(home));
}

/** A compiled catalog that was found to be whole before. Throws when it cannot be read. */
export function readCatalog(path: string): Catalog {
  return decodeCatalog(textOf(readFileSync(path)));
}

/** The digest of the file of a catalog, as checksum tools write it, behind `sha256:`. Throws when it cannot be read. */
export function catalogDigest(path: string): string {
  return `sha256:${loadCrypto().createHash('sha256').update(readFileSync(path)).digest('hex')}`;
}

/** The compiled catalog that lies beside the bundles of a folder. */
export function bundledFile(home: string): string {
  return join(home, 'catalog.jsonl');
}

/** The compiler writes ASCII alone, which need not be decoded. */
function textOf(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/**
 * The catalog in force: the updated one in a folder where there is one that is newer than the bundled one and is as it was put there, else
 * the bundled one. Throws when that cannot be read.
 */
export function loadCatalogInForce(home: string, folder: string): LoadedCatalog {
  const own = readFileSync(bundledFile(home));
  const bundled = dateIn(own);
  const version = { date: bundled, revision: 0 };
  const useOwn = (problem?: Message): LoadedCatalog =>
    decodedLater(own, { path: bundledFile(home), version, bundled, ...(problem && { problem }) });
  const stored = storedInForce(readState(read(join(folder, STATE_FILE))?.toString('latin1')), version);
  if (stored === undefined) return useOwn();
  const path = join(folder, fileOf(stored));
  const bytes = read(path);
  if (
    bytes === undefined ||
    loadCrypto().createHash('sha512').update(bytes).digest('base64') !== stored.sha512
  )
    return useOwn(
      message(
        'The updated catalog of {0} is missing or damaged; the one of {1} that came with the program is in force.',
        stored.version.date,
        bundled,
      ),
    );
  return decodedLater(bytes, { path, version: stored.version, bundled, stored });
}

function decodedLater(bytes: Buffer, rest: Omit<LoadedCatalog, 'catalog'>): LoadedCatalog {
  let unread: Buffer | undefined = bytes;
  const decoded = once(() => {
    const catalog = decodeCatalog(textOf(unread as Buffer));
    unread = undefined; // Of no more use, and some megabytes.
    return catalog;
  });
  return {
    ...rest,
    get catalog() {
      return decoded();
    },
  };
}

/** The date in the first line of a compiled catalog, of which nothing else is read. */
function dateIn(bytes: Buffer): string {
  return (JSON.parse(bytes.toString('latin1', 0, bytes.indexOf('\n'))) as { readonly date: string }).date;
}

/** A file of the catalog folder; a link or a pipe is none that was put there by an update. */
function read(path: string): Buffer | undefined {
  try {
    return readWithStats(path).bytes;
  } catch {
    return undefined;
  }
}

/** A catalog is some megabytes large. */
const MOST_BYTES = 100_000_000;

/**
 * A compiled catalog that a person named. All of it is checked first: nobody has done that before.
 * @param path as the person wrote it, relative to `cwd`
 * @returns why it cannot be used, where it cannot
 */
export function loadCatalogFile(
  path: string,
  cwd: string,
  home: string,
): LoadedCatalog | { readonly refused: Message } {
  const file = resolve(cwd, path);
  let bytes: Buffer;
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return { refused: message('it is not a regular file') };
    if (stats.size > MOST_BYTES) return { refused: message('it is larger than {0} MB', MOST_BYTES / 1e6) };
    bytes = readFileSync(file);
  } catch (error) {
    return {
      refused: message('it cannot be read: {0}', errorText(error)),
    };
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return { refused: message('it is a package; put it in force with: catalog update FILE') };
  const read = readWholeCatalog(textOf(bytes));
  if ('refused' in read) return read;
  const { catalog } = read;
  return {
    catalog,
    path: file,
    version: { date: catalog.date, revision: 0 },
    bundled: dateIn(readFileSync(bundledFile(home))),
  };
}
