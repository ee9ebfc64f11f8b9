import * as vscode from 'vscode';
import {
  type Catalog,
  type CancellationSignal,
  type CatalogFolder,
  type CatalogVersion,
  createFetchClient,
  isoDay,
  type Message,
  NEVER_CANCELED,
  once,
  type PackageRegistry,
  readEndpoint,
  type StoredCatalog,
  type UnpackPlatform,
  type UpdateOutcome,
  type WebPlatform,
} from '../../core';
import type { Host } from '../host';
import type { Log } from '../log';
import { decode, systemClock } from '../platform';
import { readSettings } from '../settings';
import { storageFolder } from './storageFolder';

export interface CatalogParts {
  readonly extension: vscode.Uri;
  readonly storage: vscode.Uri;
  readonly host: Host;
  readonly log: Log;
}

/** The catalog that all windows judge by, and where it comes from. */
export interface CatalogInForce {
  readonly catalog: Catalog;
  readonly version: CatalogVersion;
  readonly bundled: CatalogVersion;
  /** Absent for the one that came with the extension. */
  readonly stored?: StoredCatalog;
  /** Where the one with an organization's own records on top is kept for threads. Absent without such records, and where there are no threads. */
  readonly file?: string;
  /** `sha256:` and the digest of its file; `undefined` where that cannot be read any more. */
  digest(): Promise<string | undefined>;
}

/** npm's own, which a browser may ask too. */
const PUBLIC_REGISTRY = 'https://registry.npmjs.org';

/** The catalog that came with the extension, and newer ones that were fetched since. Asks nobody unless it is told to. */
export class Catalogs {
  constructor(private readonly parts: CatalogParts) {}

  /** The newest whole one, with an organization's own records on top. Rejects when one of them cannot be read: nothing is judged by less. */
  async load(): Promise<CatalogInForce> {
    const [base, { decodeCatalog }] = await Promise.all([this.base(), import('../../core/catalog/compiled')]);
    const { text, ...inForce } = base;
    const { catalogLayers } = readSettings(undefined);
    if (catalogLayers.length === 0) return { ...inForce, catalog: decodeCatalog(text) };
    const { layered } = await import('./layers');
    const whole = await layered(text, catalogLayers);
    const file = await this.parts.host.keepCatalog?.(whole);
    return {
      ...inForce,
      catalog: decodeCatalog(whole),
      digest: once(() => digestOf(Promise.resolve(new TextEncoder().encode(whole)))),
      ...(file !== undefined && { file }),
    };
  }

  /** What its own publisher says alone. */
  private async base(): Promise<Omit<CatalogInForce, 'catalog'> & { readonly text: string }> {
    const [{ fileOf, readState, STATE_FILE, storedInForce }, { createUnpacker }] = await Promise.all([
      import('../../core/update/store'),
      import('../../core/update/unpack'),
    ]);
    const file = vscode.Uri.joinPath(this.parts.extension, 'dist', 'catalog.jsonl');
    const own = await vscode.workspace.fs.readFile(file);
    const text = new TextDecoder().decode(own);
    const bundled = { date: dateIn(text), revision: 0 };
    const folder = await this.folder();
    const state = await folder.read(STATE_FILE);
    const stored = storedInForce(readState(state && new TextDecoder().decode(state)), bundled);
    if (stored !== undefined) {
      const bytes = await folder.read(fileOf(stored));
      const sha512 = bytes && (await createUnpacker(platform()).sha512(bytes));
      if (bytes !== undefined && sha512 === stored.sha512)
        return {
          text: new TextDecoder().decode(bytes),
          version: stored.version,
          bundled,
          stored,
          digest: once(() => digestOf(folder.read(fileOf(stored)))),
        };
      this.parts.log.warn(
        `the updated catalog of ${stored.version.date} is missing or damaged; that of ${bundled.date} is in force`,
      );
    }
    return {
      text,
      version: bundled,
      bundled,
      digest: once(() => digestOf(vscode.workspace.fs.readFile(file))),
    };
  }

  /** The registry that an update would ask, or why none can be asked. */
  async registry(): Promise<{ readonly registry: PackageRegistry } | { readonly refused: Message }> {
    const { catalogRegistry } = readSettings(undefined);
    if (catalogRegistry === '' && this.parts.host.catalogs !== undefined) {
      const { CATALOG_PACKAGE } = await import('../../core/update/updateCatalog');
      return (await this.parts.host.catalogs()).registry(CATALOG_PACKAGE);
    }
    const reading = readEndpoint(catalogRegistry === '' ? PUBLIC_REGISTRY : catalogRegistry, true);
    return 'refused' in reading ? reading : { registry: { endpoint: reading.endpoint } };
  }

  /**
   * Fetches a newer catalog and puts it in force for the windows that load it from now on. Never rejects for what a registry does.
   * @param signal left out where nobody asked just now: what its user took back is then not fetched again
   */
  async update(
    registry: PackageRegistry,
    inForce: CatalogInForce,
    signal?: CancellationSignal,
  ): Promise<UpdateOutcome> {
    const [{ updateCatalog }, { createUnpacker }] = await Promise.all([
      import('../../core/update/updateCatalog'),
      import('../../core/update/unpack'),
    ]);
    return updateCatalog(
      { registry },
      { store: await this.store(inForce), inForce, byItself: signal === undefined },
      {
        // The editor's own fetch goes through its proxy and trusts its certificates.
        http: createFetchClient(globalThis as unknown as WebPlatform),
        unpacker: createUnpacker(platform()),
        decode,
        today: isoDay(systemClock.now()),
      },
      signal ?? NEVER_CANCELED,
    );
  }

  /** Puts the catalog back in force that was before the last update; false where there is none to take back. */
  async rollBack(inForce: CatalogInForce): Promise<boolean> {
    return (await this.store(inForce)).rollBack();
  }

  private async store({ bundled }: CatalogInForce) {
    const { CatalogStore } = await import('../../core/update/store');
    return new CatalogStore(await this.folder(), bundled);
  }

  private async folder(): Promise<CatalogFolder> {
    const { host, storage } = this.parts;
    return host.catalogs === undefined ? storageFolder(storage, host) : (await host.catalogs()).folder;
  }
}

async function digestOf(reading: Thenable<Uint8Array | undefined>): Promise<string | undefined> {
  const [bytes, { createUnpacker }] = await Promise.all([
    reading.then(undefined, () => undefined),
    import('../../core/update/unpack'),
  ]);
  return bytes && `sha256:${await createUnpacker(platform()).sha256(bytes)}`;
}

function platform(): UnpackPlatform {
  return globalThis as unknown as UnpackPlatform;
}

/** The date in the first line of a compiled catalog, of which nothing else is read. */
function dateIn(text: string): string {
  return (JSON.parse(text.slice(0, text.indexOf('\n'))) as { readonly date: string }).date;
}
