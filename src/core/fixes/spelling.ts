import { splitAlias } from '../catalog/modelIndex';
import type { Catalog, ModelRecord } from '../catalog/records';
import { hostOf } from '../lookup/hostOf';
import { isService } from '../lookup/hostedName';
import { serviceAt } from '../lookup/service';
import { perObject } from '../once';
import type { ModelReference } from '../reference';
import { regionGroupOf } from '../registries/bedrock/regions';
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
  if (isService(host) && catalog.service(host, name) !== undefined)
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
 * The text of a reference with another id in the place of its own: a prefix (`ollama/`), an address or a tag around the id
 * stays. `undefined` where the text does not spell the id out.
 */
export function withId({ text, id }: ModelReference, newId: string): string | undefined {
  const at = text.toLowerCase().lastIndexOf(id.toLowerCase());
  return at < 0 ? undefined : text.slice(0, at) + newId + text.slice(at + id.length);
}
