import { REGISTRIES, type Registry } from '../vocabulary';
import type { ModelStore } from './modelStore';

const REGISTRY_NUMBER: ReadonlyMap<string, number> = new Map(REGISTRIES.map((name, at) => [name, at]));

/** A place of a spelling in the catalog. */
export interface Entry {
  readonly row: number;
  readonly registry: Registry;
  readonly alias: boolean;
}

/**
 * One spelling may stand in several registries, so each maps to one packed number or to a list of them: a map of objects
 * would cost more time to build than the whole budget of loading.
 */
const SPAN = 128;
const pack = (row: number, registry: number, alias: boolean): number =>
  row * SPAN + registry * 2 + (alias ? 1 : 0);

function unpack(packed: number): Entry {
  const rest = packed % SPAN;
  return { row: (packed - rest) / SPAN, registry: REGISTRIES[rest >> 1] ?? 'other', alias: (rest & 1) === 1 };
}

/** Splits `registry:spelling`; a prefix that is no registry belongs to the spelling (`qwen3:8b`). */
export function splitAlias(
  alias: string,
  own: Registry,
): { readonly registry: Registry; readonly spelling: string } {
  const colon = alias.indexOf(':');
  if (colon > 0) {
    const registry = REGISTRIES[REGISTRY_NUMBER.get(alias.slice(0, colon)) ?? -1];
    if (registry !== undefined) return { registry, spelling: alias.slice(colon + 1) };
  }
  return { registry: own, spelling: alias };
}

/** Ids and aliases of a catalog, without case. A look-up takes constant time. */
export interface SpellingIndex {
  /** Every place of a spelling, in the order of the records. The spelling is compared in lower case. */
  all(spelling: string): readonly Entry[];
  /** The place of a spelling in one registry; an id goes before an alias. */
  in(spelling: string, registry: Registry): Entry | undefined;
}

/** An index that is built from a store, in time linear in its size. */
export class ModelIndex implements SpellingIndex {
  private readonly entries = new Map<string, number | number[]>();

  constructor(store: ModelStore) {
    for (let row = 0; row < store.size; row++) {
      const own = store.registry(row);
      this.add(store.id(row), pack(row, REGISTRY_NUMBER.get(own) ?? 0, false));
      for (const alias of store.aliases(row)) {
        const { registry, spelling } = splitAlias(alias, own);
        this.add(spelling, pack(row, REGISTRY_NUMBER.get(registry) ?? 0, true));
      }
    }
  }

  private add(spelling: string, packed: number): void {
    const key = spelling.toLowerCase();
    const known = this.entries.get(key);
    if (known === undefined) this.entries.set(key, packed);
    else if (typeof known === 'number') this.entries.set(key, [known, packed]);
    else known.push(packed);
  }

  all(spelling: string): readonly Entry[] {
    const known = this.entries.get(spelling.toLowerCase());
    if (known === undefined) return [];
    return typeof known === 'number' ? [unpack(known)] : known.map(unpack);
  }

  in(spelling: string, registry: Registry): Entry | undefined {
    const known = this.entries.get(spelling.toLowerCase());
    if (known === undefined) return undefined;
    const wanted = REGISTRY_NUMBER.get(registry) ?? -1;
    if (typeof known === 'number') return (known % SPAN) >> 1 === wanted ? unpack(known) : undefined;
    const here = known.filter((packed) => (packed % SPAN) >> 1 === wanted).map(unpack);
    return here.find((entry) => !entry.alias) ?? here[0];
  }
}
