import { REGISTRIES, type Registry } from '../vocabulary';
import { familyResolver } from './family';
import type { Entry, ModelIndex } from './modelIndex';
import type { ModelStore } from './modelStore';
import type { FamilyRule, Resolution } from './records';
import { candidates } from './spelling/rules';

/** No registry has longer names; a longer string is some other text. */
const LONGEST = 300;

export interface ResolverParts {
  readonly store: ModelStore;
  readonly index: ModelIndex;
  readonly families: readonly FamilyRule[];
}

/** Makes {@link import('./records').Catalog.resolve}: the written spellings first, then each registry's rules, then the families'. */
export function createResolver({ store, index, families }: ResolverParts) {
  const ofFamily = familyResolver(families);
  const written = (entry: Entry, asked: Registry | undefined): Resolution => ({
    record: store.record(entry.row),
    registry: entry.registry,
    via: entry.alias ? 'alias' : 'id',
    renamed: entry.alias && entry.registry === store.registry(entry.row) && (asked === undefined || asked === entry.registry),
  });

  return function resolve(spelling: string, registry?: Registry): Resolution | undefined {
    const name = spelling.trim();
    if (name === '' || name.length > LONGEST) return undefined;
    const exact = registry === undefined ? unambiguous(index.all(name)) : index.in(name, registry);
    if (exact !== undefined) return written(exact, registry);
    for (const candidate of candidates(name, registry)) {
      const entry = index.in(candidate.spelling, candidate.registry);
      if (entry !== undefined) return { ...written(entry, registry), via: 'spelling' };
    }
    return ofFamily(name, registry);
  };
}

/** The place that a spelling without a registry means: an id before an alias; nothing when two records claim it alike. */
function unambiguous(entries: readonly Entry[]): Entry | undefined {
  const ids = entries.filter((entry) => !entry.alias);
  const likely = ids.length > 0 ? ids : entries;
  const [first] = likely;
  if (first === undefined || likely.every((entry) => entry.row === first.row)) return first;
  return [...likely].sort((a, b) => REGISTRIES.indexOf(a.registry) - REGISTRIES.indexOf(b.registry))[0];
}
