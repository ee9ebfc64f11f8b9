import { CATALOG_FORMAT } from '../catalog/compiled';
import { isRecord } from '../catalog/shape';
import { hasDotSegments, type Endpoint } from '../lookup/hub/endpoint';
import { message, type Message } from '../message';
import { type CatalogVersion, isNewer, readVersion } from './version';

/** A catalog that a registry has. */
export interface CatalogOffer {
  readonly version: CatalogVersion;
  /** Where its package lies on the registry's own host. */
  readonly path: string;
  /** Of the package, in base64. */
  readonly sha512: string;
}

/** The address under which npm's public registry states its packages, whoever mirrors it. */
const PUBLIC_REGISTRY = 'registry.npmjs.org';

/**
 * The newest catalog of this program's format that a registry has and its publisher has not withdrawn.
 * @param answer the record of the package, as registries of npm give it: https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
 */
export function newestOffer(
  answer: string,
  endpoint: Endpoint,
): { readonly offer: CatalogOffer } | { readonly refused: Message } {
  const host = hostOf(endpoint);
  const versions = versionsIn(answer);
  if (versions === undefined)
    return { refused: message('the answer of {0} is not the record of a package', host) };
  const known = Object.entries(versions).flatMap(([text, record]) => {
    const version = readVersion(text);
    if (version === undefined || !isRecord(record) || isWithdrawn(record)) return [];
    const { format, ...own } = version;
    return [{ format, version: own, record }];
  });
  const own = known.filter(({ format }) => format === CATALOG_FORMAT);
  const [first] = own.sort((a, b) => (isNewer(a.version, b.version) ? -1 : 1));
  if (first !== undefined) return offerOf(first, endpoint);
  return {
    refused: known.some(({ format }) => format > CATALOG_FORMAT)
      ? message('{0} has only catalogs of a newer format; update Model License Lens first', host)
      : message('{0} has no catalog that this version of Model License Lens can read', host),
  };
}

export function hostOf({ origin }: Endpoint): string {
  return origin.slice(origin.indexOf('//') + 2);
}

function versionsIn(answer: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const record: unknown = JSON.parse(answer);
    return isRecord(record) && isRecord(record['versions']) ? record['versions'] : undefined;
  } catch {
    return undefined;
  }
}

/** A publisher withdraws a version by deprecating it. An empty text takes that back. */
function isWithdrawn({ deprecated }: Readonly<Record<string, unknown>>): boolean {
  return deprecated !== undefined && deprecated !== '' && deprecated !== false;
}

function offerOf(
  {
    version,
    record,
  }: { readonly version: CatalogVersion; readonly record: Readonly<Record<string, unknown>> },
  endpoint: Endpoint,
): ReturnType<typeof newestOffer> {
  const dist = isRecord(record['dist']) ? record['dist'] : {};
  const sha512 = sha512In(dist['integrity']);
  if (sha512 === undefined)
    return {
      refused: message('{0} states no sha512 of the package, so it cannot be verified', hostOf(endpoint)),
    };
  const place = placeOf(dist['tarball'], endpoint);
  return 'refused' in place ? place : { offer: { version, path: place.path, sha512 } };
}

/** Of a text as Subresource Integrity has it: hashes with a blank between them, each with the name of its algorithm. */
function sha512In(integrity: unknown): string | undefined {
  if (typeof integrity !== 'string') return undefined;
  return /(?:^|\s)sha512-([A-Za-z0-9+/]{86}==)(?:$|[\s?])/.exec(integrity)?.[1];
}

/**
 * The path of a package on the host of its registry. A mirror may state the address of npm's public registry, which npm replaces by its
 * own unless it is told otherwise (`replace-registry-host`); no other host is asked.
 */
function placeOf(
  address: unknown,
  endpoint: Endpoint,
): { readonly path: string } | { readonly refused: Message } {
  const [, host = '', path = ''] =
    /^https?:\/\/([a-z0-9.:[\]-]{1,260})(\/[\w./%@~+-]{1,400})$/i.exec(String(address)) ?? [];
  const own = hostOf(endpoint);
  if (hasDotSegments(path)) return { refused: leadsElsewhere(own, '') };
  if (host.toLowerCase() === own) return { path };
  if (host.toLowerCase() === PUBLIC_REGISTRY) return { path: endpoint.basePath + path };
  return { refused: leadsElsewhere(own, host) };
}

/** What a registry says of a place that is not its own. */
export function leadsElsewhere(own: string, other: string): Message {
  return other === ''
    ? message('{0} does not say where the package lies', own)
    : message('{0} leads to another host, {1}, which was not asked', own, other);
}
