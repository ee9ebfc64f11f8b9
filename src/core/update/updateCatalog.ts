import { readWholeCatalog } from '../catalog/wholeCatalog';
import type { Catalog, CatalogDates } from '../catalog/records';
import { daysBetween, isDay } from '../isoDay';
import { message, type Message } from '../message';
import type { BytesClient, CancellationSignal, Decode } from '../ports';
import { errorText } from '../errorText';
import { uriPart } from '../text/uriPart';
import { hostOf, newestOffer } from './offer';
import { askRegistry, type PackageRegistry } from './registry';
import type { CatalogStore, StoredCatalog } from './store';
import { fileInTar } from './tarFile';
import type { Unpacker } from './unpack';
import { type CatalogVersion, isNewer, readVersion } from './version';

/** The name under which the catalog is published to the registry of npm. */
export const CATALOG_PACKAGE = 'model-license-lens-catalog';

/** A package is some hundred kilobytes large, and unpacked a few megabytes. */
const MOST_PACKED = 20_000_000;
const MOST_UNPACKED = 80_000_000;
/** A version takes some hundred bytes of the record of a package. */
const MOST_RECORD = 8_000_000;
const RECORD_MS = 30_000;
const PACKAGE_MS = 180_000;
/** The short form, which has all that is needed: https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md */
const RECORD_TYPE = 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8';

export interface UpdateTools {
  readonly http: BytesClient;
  readonly unpacker: Unpacker;
  readonly decode: Decode;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What an update is measured against, and where it goes. */
export interface UpdateTarget {
  readonly store: CatalogStore;
  readonly inForce: { readonly version: CatalogVersion; readonly catalog: Catalog };
  /** Nobody asked just now: a catalog that was taken back is not fetched again. */
  readonly byItself?: boolean;
}

export type UpdateOutcome =
  | { readonly kind: 'updated'; readonly installed: StoredCatalog; readonly dates: CatalogDates }
  /** Nothing newer is to be had. */
  | { readonly kind: 'newest'; readonly offered: CatalogVersion }
  /** The catalog stays that was in force. */
  | {
      readonly kind: 'refused';
      readonly reason: Message /** The registry did not answer. */;
      readonly unreachable: boolean;
    };

/**
 * Fetches the newest catalog that a registry has, where that is newer than the one in force, and puts it in force once all of it was
 * verified. Asks the registry alone: for the record of the package, and for the package. Never rejects.
 */
export async function updateCatalog(
  {
    registry,
    packageName = CATALOG_PACKAGE,
  }: { readonly registry: PackageRegistry; readonly packageName?: string },
  target: UpdateTarget,
  tools: UpdateTools,
  signal: CancellationSignal,
): Promise<UpdateOutcome> {
  const { endpoint } = registry;
  const record = await askRegistry(
    registry,
    {
      path: `${endpoint.basePath}/${packagePath(packageName)}`,
      accept: RECORD_TYPE,
      maxBytes: MOST_RECORD,
      timeoutMs: RECORD_MS,
    },
    tools.http,
    signal,
  );
  if ('refused' in record) return refusal(record.refused, record.unreachable);
  const found = newestOffer(tools.decode(record.body, 'utf-8'), endpoint);
  if ('refused' in found) return refusal(found.refused);
  const { version, path, sha512 } = found.offer;
  if (!(await isWanted(version, target))) return { kind: 'newest', offered: version };
  const packed = await askRegistry(
    registry,
    { path, accept: '*/*', maxBytes: MOST_PACKED, timeoutMs: PACKAGE_MS },
    tools.http,
    signal,
  );
  if ('refused' in packed) return refusal(packed.refused, packed.unreachable);
  if ((await tools.unpacker.sha512(packed.body)) !== sha512)
    return refusal(
      message('the package is not the one that {0} describes: its sha512 differs', hostOf(endpoint)),
    );
  return installPackage(packed.body, { version, from: hostOf(endpoint) }, target, tools);
}

async function isWanted(
  version: CatalogVersion,
  { inForce, store, byItself }: UpdateTarget,
): Promise<boolean> {
  if (!isNewer(version, inForce.version)) return false;
  const { takenBack } = await store.state();
  return byItself !== true || takenBack === null || isNewer(version, takenBack);
}

/** As paths of a registry have it: the slash behind a scope is escaped. */
function packagePath(name: string): string {
  return name.startsWith('@') ? `@${uriPart(name.slice(1))}` : uriPart(name);
}

/**
 * Puts the catalog of a file in force, where it is newer: a package as `npm pack` writes it, or a compiled catalog itself. Never rejects.
 * @param from how the file is called where people read
 */
export async function installCatalogFile(
  bytes: Uint8Array,
  from: string,
  target: UpdateTarget,
  tools: Omit<UpdateTools, 'http'>,
): Promise<UpdateOutcome> {
  return isCompressed(bytes)
    ? installPackage(bytes, { from }, target, tools)
    : installCatalog(bytes, { from }, target, tools);
}

function isCompressed([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

interface Arrival {
  readonly from: string;
  /** As a registry has it. */
  readonly version?: CatalogVersion;
}

async function installPackage(
  packed: Uint8Array,
  { from, version }: Arrival,
  target: UpdateTarget,
  tools: Omit<UpdateTools, 'http'>,
): Promise<UpdateOutcome> {
  const archive = await tools.unpacker.gunzip(packed, MOST_UNPACKED).catch(() => undefined);
  if (archive === undefined)
    return refusal(
      message('the package cannot be unpacked: it is damaged, or larger than {0} MB', MOST_UNPACKED / 1e6),
    );
  const manifest = fileInTar(archive, 'package.json');
  const found = fileInTar(archive, 'catalog.jsonl');
  const failed = [manifest, found].find((one) => 'refused' in one);
  if (failed !== undefined && 'refused' in failed)
    return refusal(message('the package cannot be used: {0}', failed.refused));
  const own = 'file' in manifest ? versionIn(tools.decode(manifest.file, 'utf-8')) : undefined;
  const arrival = version ?? own;
  return installCatalog(
    'file' in found ? found.file : new Uint8Array(),
    { from, ...(arrival !== undefined && { version: arrival }) },
    target,
    tools,
  );
}

function versionIn(manifest: string): CatalogVersion | undefined {
  try {
    return readVersion(String((JSON.parse(manifest) as { version?: unknown } | null)?.version));
  } catch {
    return undefined;
  }
}

/** The one place that decides whether a catalog is whole, readable and newer. */
async function installCatalog(
  bytes: Uint8Array,
  { from, version }: Arrival,
  { store, inForce }: UpdateTarget,
  { unpacker, decode, today }: Omit<UpdateTools, 'http'>,
): Promise<UpdateOutcome> {
  const text = decode(bytes, 'utf-8');
  // What cannot be decoded would be kept as another text than the one that its digest is of.
  const read = text.includes(UNDECODED)
    ? { refused: message('it cannot be read: {0}', 'it is no UTF-8 text') }
    : readWholeCatalog(text);
  if ('refused' in read) return refusal(message('the catalog cannot be used: {0}', read.refused));
  const { date, dates } = read.catalog;
  const own = { date, revision: version?.revision ?? 0 };
  if (version !== undefined && version.date !== date)
    return refusal(
      message('the catalog cannot be used: it is of {0}, and its package says {1}', date, version.date),
    );
  if (!isNewer(own, inForce.version))
    return refusal(
      message(
        'the catalog of {0} is not newer than the one in force, which is of {1}',
        date,
        inForce.version.date,
      ),
    );
  const doubt = tooLate(date, today) ?? tooSmall(read.catalog, inForce.catalog);
  if (doubt !== undefined) return refusal(doubt);
  const installed = { version: own, sha512: await unpacker.sha512(bytes), from, installed: today };
  try {
    await store.install(installed, text);
  } catch (error) {
    return refusal(message('the catalog could not be kept: {0}', errorText(error)));
  }
  return { kind: 'updated', installed, dates };
}

/** Stands for a byte that is no UTF-8; the compiler writes ASCII alone. */
const UNDECODED = '\uFFFD';

/** How far this machine's clock may be behind. */
const MOST_AHEAD_DAYS = 31;

/** No later catalog would be newer than one of a day that is far ahead. */
function tooLate(date: string, today: string): Message | undefined {
  return isDay(date) && daysBetween(today, date) <= MOST_AHEAD_DAYS
    ? undefined
    : message('the catalog cannot be used: it is of {0}, and today is {1}', date, today);
}

/** A catalog that has lost more than half of what it tells of a kind was cut off before it was compiled. */
const LEAST_SHARE = 2;

const TOO_SMALL = {
  models: (count: number, before: number) =>
    message(
      'the catalog cannot be used: it knows only {0} models, and the one in force knows {1}',
      count,
      before,
    ),
  licenses: (count: number, before: number) =>
    message(
      'the catalog cannot be used: it knows only {0} licenses, and the one in force knows {1}',
      count,
      before,
    ),
  organizations: (count: number, before: number) =>
    message(
      'the catalog cannot be used: it knows only {0} publishers, and the one in force knows {1}',
      count,
      before,
    ),
  hosts: (count: number, before: number) =>
    message(
      'the catalog cannot be used: it knows only {0} hosts, and the one in force knows {1}',
      count,
      before,
    ),
} as const satisfies Partial<Record<keyof Catalog, (count: number, before: number) => Message>>;

function tooSmall(arrived: Catalog, inForce: Catalog): Message | undefined {
  for (const kind of ['models', 'licenses', 'organizations', 'hosts'] as const)
    if (arrived[kind].length * LEAST_SHARE < inForce[kind].length)
      return TOO_SMALL[kind](arrived[kind].length, inForce[kind].length);
  return undefined;
}

function refusal(reason: Message, unreachable = false): UpdateOutcome {
  return { kind: 'refused', reason, unreachable };
}
