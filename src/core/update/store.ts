import { CATALOG_FORMAT, inAscii } from '../catalog/compiled';
import { isDay, isRecord, isText } from '../catalog/shape';
import { type CatalogVersion, isNewer, readVersion, versionText } from './version';

/** A folder of its own in which updated catalogs are kept, outside of every workspace. Several programs may use it at once. */
export interface CatalogFolder {
  /** `undefined` where there is no such file, or it cannot be read. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Writes a file whole or not at all. Rejects with the reason of the file system. */
  write(name: string, text: string): Promise<void>;
  /** Removes a file. Rejects where it cannot. */
  remove(name: string): Promise<void>;
  list(): Promise<readonly string[]>;
}

/** A catalog in the folder. */
export interface StoredCatalog {
  readonly version: CatalogVersion;
  /** Of its file, in base64: what another program left half done, or a disk damaged, is not used. */
  readonly sha512: string;
  /** The host or file that it came from. */
  readonly from: string;
  /** The day on which it was put in force, `YYYY-MM-DD`. */
  readonly installed: string;
}

/** What the folder says: one small file, replaced as a whole, decides which catalog is in force. */
export interface CatalogState {
  readonly current: StoredCatalog | null;
  /** The one before; `null` where that was the bundled one. */
  readonly previous: StoredCatalog | null;
  /** The one that its user took back: it does not come again by itself. */
  readonly takenBack: CatalogVersion | null;
}

/** Programs of different formats share the folder, and each keeps to its own. */
export const STATE_FILE = `${CATALOG_FORMAT}.json`;

const NOTHING: CatalogState = { current: null, previous: null, takenBack: null };

/** Reads {@link STATE_FILE}. A damaged one is taken for none: the bundled catalog is then in force. */
export function readState(text: string | undefined): CatalogState {
  try {
    const state: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(state)) return NOTHING;
    return {
      current: readStored(state['current']),
      previous: readStored(state['previous']),
      takenBack: readOwnVersion(state['takenBack']) ?? null,
    };
  } catch {
    return NOTHING;
  }
}

function readStored(value: unknown): StoredCatalog | null {
  if (!isRecord(value)) return null;
  const { version, sha512, from, installed } = value;
  const own = readOwnVersion(version);
  if (own === undefined || typeof sha512 !== 'string' || !isText(from) || !isDay(installed)) return null;
  return {
    version: own,
    sha512,
    from: from as string,
    installed: installed as string,
  };
}

function readOwnVersion(text: unknown): CatalogVersion | undefined {
  const { format, ...version } = readVersion(String(text)) ?? { format: 0, date: '', revision: 0 };
  return format === CATALOG_FORMAT ? version : undefined;
}

function stateText({ current, previous, takenBack }: CatalogState): string {
  const written = (stored: StoredCatalog | null): object | null =>
    stored && { ...stored, version: versionText(stored.version) };
  const state = {
    current: written(current),
    previous: written(previous),
    takenBack: takenBack && versionText(takenBack),
  };
  return `${inAscii(JSON.stringify(state))}\n`;
}

/** The name of a catalog's file. What is in it decides, so that two programs which write the same one do not disturb each other. */
export function fileOf({ version, sha512 }: StoredCatalog): string {
  return `${versionText(version)}-${sha512.slice(0, 16).replace(/[^A-Za-z0-9]/g, '_')}.jsonl`;
}

/** The stored catalog that goes before the bundled one: a newer one. `undefined` where the bundled one is in force. */
export function storedInForce(
  { current }: Pick<CatalogState, 'current'>,
  bundled: CatalogVersion,
): StoredCatalog | undefined {
  return current !== null && isNewer(current.version, bundled) ? current : undefined;
}

/** A state names two catalogs; what is longer is damaged. In bytes. */
const LONGEST_STATE = 10_000;

/** Puts catalogs in force and back. Each step leaves a whole catalog in force, whenever it is broken off. */
export class CatalogStore {
  constructor(
    private readonly folder: CatalogFolder,
    private readonly bundled: CatalogVersion,
  ) {}

  async state(): Promise<CatalogState> {
    const bytes = await this.folder.read(STATE_FILE);
    return readState(
      bytes === undefined || bytes.length > LONGEST_STATE ? undefined : String.fromCharCode(...bytes),
    );
  }

  /** Rejects where it cannot be written; what was in force before then still is. */
  async install(catalog: StoredCatalog, text: string): Promise<void> {
    await this.folder.write(fileOf(catalog), text);
    const before = await this.state();
    const inForce = storedInForce(before, this.bundled) ?? null;
    const isSame = inForce !== null && fileOf(inForce) === fileOf(catalog);
    const previous = isSame ? before.previous : inForce;
    await this.put({ current: catalog, previous, takenBack: null }, before);
  }

  /**
   * Puts the catalog back in force that was before the last update.
   * @returns whether there was one to take back
   */
  async rollBack(): Promise<boolean> {
    const before = await this.state();
    const inForce = storedInForce(before, this.bundled);
    if (inForce === undefined) return false;
    await this.put({ current: before.previous, previous: null, takenBack: inForce.version }, before);
    return true;
  }

  private async put(state: CatalogState, before: CatalogState): Promise<void> {
    await this.folder.write(STATE_FILE, stateText(state));
    const [kept, known] = [catalogsIn(state), catalogsIn(before)];
    const names = await this.folder.list().catch(() => []);
    const old = names.filter((name) => isOld(name, kept, known));
    // One that cannot be removed, or that another program removed first, does no harm.
    await Promise.all(old.map((name) => this.folder.remove(name).catch(() => undefined)));
  }
}

function catalogsIn({ current, previous }: CatalogState): readonly StoredCatalog[] {
  return [current, previous].filter((stored) => stored !== null);
}

/**
 * Whether a file is no longer wanted: one that was in use before, or is older than all in use. A newer one may be that of a program which is
 * just putting it in force.
 */
function isOld(name: string, kept: readonly StoredCatalog[], before: readonly StoredCatalog[]): boolean {
  if (kept.some((stored) => fileOf(stored) === name)) return false;
  if (before.some((stored) => fileOf(stored) === name)) return true;
  const [text = ''] = name.split('-', 1);
  const version = name.endsWith('.jsonl') ? readVersion(text) : undefined;
  return (
    version?.format === CATALOG_FORMAT &&
    kept.length > 0 &&
    kept.every((stored) => isNewer(stored.version, version))
  );
}
