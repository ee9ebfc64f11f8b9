import type { HostRecord } from '../catalog/hostRecords';
import { splitAlias } from '../catalog/modelIndex';
import { ownerOf } from '../catalog/ownedIds';
import type { Catalog, ModelRecord } from '../catalog/records';
import { hostOf } from '../lookup/hostOf';
import { isService } from '../lookup/hostedName';
import { serviceAt } from '../lookup/service';
import { perObject } from '../once';
import type { ModelReference } from '../reference';
import { regionGroupOf } from '../registries/bedrock/regions';
import { providerRegistry } from '../registries/names/providerPath';
import { litellm } from '../registries/spelling/litellm';
import { ROUTES } from '../registries/spelling/routes';
import type { Registry } from '../vocabulary';
import { addTo } from '../text/grouped';

/** How a registry spells a model; `undefined` where the catalog knows no spelling of it there. */
export function spellingIn(record: ModelRecord, registry: Registry, catalog: Catalog): string | undefined {
  const spellings =
    record.registry === registry
      ? [record.id]
      : record.aliases
          .map((alias) => splitAlias(alias, record.registry))
          .filter((alias) => alias.registry === registry)
          .map(({ spelling }) => spelling);
  return spellings.find((spelling) => catalog.resolve(spelling, registry)?.record.id === record.id);
}

/** What tells how a place spells its models. */
type Place = Pick<ModelReference, 'id' | 'registry' | 'host'>;

/**
 * How a model is written in the place of another: by a name that the host which is called lists, with the group of regions that stands
 * before the other; else as the registry spells it.
 * @returns `undefined` where the catalog knows no spelling of it there
 */
export function spellingAt(record: ModelRecord, place: Place, catalog: Catalog): string | undefined {
  const own = spellingIn(record, place.registry, catalog);
  const host = hostOf(place);
  if (!isService(host)) return own;
  const group = regionGroupOf(place.id);
  const listed = (namesAt(catalog, host, place.registry).get(record.id) ?? []).filter(
    (name) => regionGroupOf(name) === group,
  );
  if (listed.length === 0) return group === '' ? own : undefined;
  return nearest(listed, place.id);
}

/**
 * How a model is written in the place of another behind a narrower group of regions, where the host lists it in none for the one that
 * stands there: `jp.` for `apac.`.
 * @param countries where requests are to be processed
 * @returns `undefined` where no group within the other leaves them in one of these
 */
export function spellingWithin(
  record: ModelRecord,
  place: Place,
  countries: readonly string[],
  catalog: Catalog,
): string | undefined {
  const host = hostOf(place);
  if (!isService(host) || regionGroupOf(place.id) === '') return undefined;
  const within = serviceAt(catalog, host, place.id).possibleRegions.filter((code) =>
    countries.includes(code),
  );
  const listed = (namesAt(catalog, host, place.registry).get(record.id) ?? []).filter((name) =>
    within.includes(serviceAt(catalog, host, name).region ?? ''),
  );
  return listed.length === 0 ? undefined : nearest(listed, place.id);
}

/** The shortest of some names, of those in the folder of another where there are any. */
function nearest(names: readonly string[], id: string): string {
  const inFolder = names.filter((name) => folderOf(name) === folderOf(id));
  return (inFolder.length > 0 ? inFolder : names).reduce((best, name) =>
    name.length < best.length ? name : best,
  );
}

/** What stands before a name: `accounts/fireworks/models`. */
function folderOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('/'))).toLowerCase();
}

/**
 * How a name that a host gives as the successor of another is written in the other's place: as it is, behind the same group of regions;
 * in the spelling of the registry, where it is another host's name.
 * @returns `undefined` where the catalog knows no spelling of it there
 */
export function successorAt(name: string, place: Place, catalog: Catalog): string | undefined {
  const host = hostOf(place);
  if (isService(host) && (catalog.service(host, name) !== undefined || ownerOf(name) === `${host}/`))
    return regionGroupOf(name) === '' ? regionGroupOf(place.id) + name : name;
  const record = catalog.resolve(name, place.registry)?.record ?? catalog.model(name);
  return record === undefined ? undefined : spellingAt(record, place, catalog);
}

const lists = perObject<Catalog, Map<string, ReadonlyMap<string, readonly string[]>>>(() => new Map());

/** The names that a host lists, by the record that its registry has them for. */
function namesAt(catalog: Catalog, host: string, registry: Registry): ReadonlyMap<string, readonly string[]> {
  const known = lists(catalog);
  const key = `${host} ${registry}`;
  let names = known.get(key);
  if (names === undefined) {
    const made = new Map<string, string[]>();
    for (const { id } of catalog.host(host)?.names ?? []) {
      const record = catalog.resolve(id, registry)?.record.id;
      if (record === undefined) continue;
      addTo(made, record, id);
    }
    known.set(key, (names = made));
  }
  return names;
}

/**
 * The text of a reference with another id in the place of its own: a prefix (`ollama/`), an address or a tag around the id stays. A
 * maker's name before it goes where the other id brings one: `x-ai/grok-3` at OpenRouter may be read as `grok-3` of xAI.
 * @returns `undefined` where the text does not spell the id out
 */
export function withId(reference: ModelReference, newId: string, catalog: Catalog): string | undefined {
  const { text } = reference;
  const id = withoutRoute(reference, catalog);
  const at = text.toLowerCase().lastIndexOf(id.toLowerCase());
  if (at < 0) return undefined;
  const start = newId.includes('/') ? at - makerBefore(reference, at, catalog).length : at;
  return text.slice(0, start) + newId + text.slice(at + id.length);
}

/**
 * The route that stays behind a name, as `:beta`, with which the host that is called does not list the new one: not every model has each.
 * @param newText the text with the new id
 * @returns `undefined` where none stays, or the host lists the name with it
 */
export function unlistedRoute(
  { host, text }: Pick<ModelReference, 'host' | 'text'>,
  newId: string,
  newText: string,
  catalog: Catalog,
): string | undefined {
  if (!isService(host)) return undefined;
  const route = ROUTES.find((one) => text.toLowerCase().endsWith(one) && newText.toLowerCase().endsWith(one));
  const isWithRoute = route === undefined || newId.toLowerCase().endsWith(route);
  return isWithRoute || catalog.service(host, newId + route) !== undefined ? undefined : route;
}

/**
 * The id without what a library has before the names of a host, where that was read as a part of it:
 * `fireworks_ai/accounts/fireworks/models/…`, `converse/us.anthropic…`. A host may have its own name before names (`groq/compound`).
 */
function withoutRoute({ text, id, registry, host }: ModelReference, catalog: Catalog): string {
  const routed = litellm(text);
  if (routed?.registry !== registry || !id.toLowerCase().endsWith(`/${routed.spelling.toLowerCase()}`))
    return id;
  const called = host === null ? undefined : catalog.host(host);
  return called !== undefined && makersAt(called).has(ownerOf(id).toLowerCase()) ? id : routed.spelling;
}

/**
 * The maker before an id, with its slash, as the host that is called writes it before names; empty where it is what a library has
 * before the names of that host (`groq/`), and before a name that the host lists without one.
 */
function makerBefore({ text, id, host }: ModelReference, at: number, catalog: Catalog): string {
  const path = text.slice(0, at);
  const called = host === null ? undefined : catalog.host(host);
  if (!path.endsWith('/') || called === undefined) return '';
  const before = path.slice(path.lastIndexOf('/', path.length - 2) + 1);
  const isHosts = providerRegistry(before.slice(0, -1)) === called.id;
  const isMaker = makersAt(called).has(before.toLowerCase());
  return isMaker && !isHosts && catalog.service(called.id, id) === undefined ? before : '';
}

/** What a host has before names up to their first slash, with it, in lower case: `x-ai/`. */
const makersAt = perObject(
  ({ names, fallback }: HostRecord): ReadonlySet<string> =>
    new Set(
      [...names.map(({ id }) => id), ...fallback.map(({ prefix }) => prefix)].map((name) =>
        ownerOf(name).toLowerCase(),
      ),
    ),
);
