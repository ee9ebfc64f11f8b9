import { splitAlias } from '../catalog/modelIndex';
import type { Catalog, ModelRecord } from '../catalog/records';
import type { Registry } from '../vocabulary';

/** A name that can be written for a model. */
export interface KnownName {
  readonly spelling: string;
  readonly registry: Registry;
  readonly model: ModelRecord;
}

/**
 * The names of the catalog's models that begin with a text, or whose part behind the owner does, without case: those that begin with it
 * first, then by length and letters. A model's id and its other spellings are names of their own, for each is written in another place.
 * @param start what was typed; nothing is found for an empty one
 * @param limit how many are given at most
 */
export function idsBeginningWith(catalog: Catalog, start: string, limit: number): readonly KnownName[] {
  const typed = start.toLowerCase();
  if (typed === '') return [];
  const found: (KnownName & { readonly rank: number })[] = [];
  const seen = new Set<string>();
  for (const model of catalog.models) {
    const names = [
      { registry: model.registry, spelling: model.id },
      ...model.aliases.map((alias) => splitAlias(alias, model.registry)),
    ];
    for (const { registry, spelling } of names) {
      const name = spelling.toLowerCase();
      const rank = name.startsWith(typed) ? 0 : name.slice(name.indexOf('/') + 1).startsWith(typed) ? 1 : 2;
      if (rank === 2 || seen.has(spelling)) continue;
      seen.add(spelling);
      found.push({ spelling, registry, model, rank });
    }
  }
  return found
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.spelling.length - b.spelling.length ||
        (a.spelling < b.spelling ? -1 : a.spelling > b.spelling ? 1 : 0),
    )
    .slice(0, limit)
    .map(({ spelling, registry, model }) => ({ spelling, registry, model }));
}
