import type { Catalog } from '../catalog/records';
import type { Model } from '../model';
import type { PolicyModel } from '../policy/policy';
import type { Registry } from '../vocabulary';

export interface Lookup {
  /** What is known of a name in any registry's spelling; `undefined` when nothing is. Synchronous: never the network. */
  find(spelling: string, registry?: Registry): Model | undefined;
}

/** Facts the project gives about its own models win over the catalogue's. */
export function createLookup(_catalog: Catalog, _overrides: readonly PolicyModel[] = []): Lookup {
  return { find: () => undefined };
}
