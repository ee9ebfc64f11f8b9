import { splitAlias } from '../catalog/modelIndex';
import type { Catalog } from '../catalog/records';
import type { ModelReference } from '../reference';
import type { Registry } from '../vocabulary';
import { hostOf } from './hostOf';
import { isService } from './hostedName';
import { statusOn } from './service';

/** A name that can be written for a model. */
export interface KnownName {
  readonly spelling: string;
  readonly registry: Registry;
}

/** Where a name is written: only what is understood there is of use. */
export interface NamePlace extends Pick<ModelReference, 'id' | 'registry' | 'host'> {
  /** What the host has ended by this day is not given. */
  readonly today: string;
}

/**
 * The names of the catalog's models that begin with a text, or whose part behind the owner does, without case: those that begin with it
 * first, then by length and letters. A model's id and its other spellings are names of their own, for each is written in another place.
 * @param start what was typed; nothing is found for an empty one
 * @param limit how many are given at most
 * @param place where it was typed: the names that its registry and its host have; `undefined` where nothing tells
 */
export function idsBeginningWith(
  catalog: Catalog,
  start: string,
  limit: number,
  place?: NamePlace,
): readonly KnownName[] {
  const typed = start.toLowerCase();
  if (typed === '') return [];
  const found: (KnownName & { readonly rank: number })[] = [];
  const seen = new Set<string>();
  for (const { registry, spelling } of namesAt(catalog, place)) {
    const name = spelling.toLowerCase();
    const rank = name.startsWith(typed) ? 0 : name.slice(name.indexOf('/') + 1).startsWith(typed) ? 1 : 2;
    if (rank === 2 || seen.has(spelling)) continue;
    seen.add(spelling);
    found.push({ spelling, registry, rank });
  }
  return found
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.spelling.length - b.spelling.length ||
        (a.spelling < b.spelling ? -1 : a.spelling > b.spelling ? 1 : 0),
    )
    .slice(0, limit)
    .map(({ spelling, registry }) => ({ spelling, registry }));
}

/** Registries of names that no catalog lists: anything may stand there. */
const ANY: ReadonlySet<Registry> = new Set(['local', 'other']);

function* namesAt(catalog: Catalog, place: NamePlace | undefined): Iterable<KnownName> {
  const only = place === undefined || ANY.has(place.registry) ? undefined : place.registry;
  for (const { id, registry, aliases } of catalog.models) {
    if (only === undefined || registry === only) yield { registry, spelling: id };
    for (const alias of aliases) {
      const name = splitAlias(alias, registry);
      if (only === undefined || name.registry === only) yield name;
    }
  }
  if (place !== undefined && only !== undefined) yield* namesOfHost(catalog, place, only);
}

/** What a service lists beside the names of its registry, and offers still. */
function* namesOfHost(catalog: Catalog, place: NamePlace, registry: Registry): Iterable<KnownName> {
  const host = hostOf(place);
  if (!isService(host)) return;
  for (const { id, status, endsOn } of catalog.host(host)?.names ?? []) {
    const { state } = statusOn({ state: status, ...(endsOn !== null && { date: endsOn }) }, place.today);
    if (state !== 'retired') yield { spelling: id, registry };
  }
}
