import type { Catalog } from '../catalog/records';
import type { Model } from '../model';
import type { PolicyModel } from '../policy/policy';
import type { Registry } from '../vocabulary';
import { describeModel } from './describeModel';
import { applyPolicyModel } from './policyModel';

export interface Lookup {
  /** What is known of a name in any registry's spelling; `undefined` when nothing is. Synchronous: never the network. */
  find(spelling: string, registry?: Registry): Model | undefined;
}

/** Facts the project gives about its own models win over the catalogue's. */
export function createLookup(catalog: Catalog, overrides: readonly PolicyModel[] = []): Lookup {
  const described = new Map<string, Model | undefined>();
  const stated = new Map(overrides.map((model) => [model.id.toLowerCase(), model]));

  function known(spelling: string, registry: Registry | undefined): Model | undefined {
    const resolution = catalog.resolve(spelling, registry);
    return resolution && describeModel(catalog, resolution);
  }

  /** A policy may name a model by any spelling, so both the one that was asked for and the record's id are looked up. */
  function find(spelling: string, registry: Registry | undefined): Model | undefined {
    const model = known(spelling, registry);
    const own = stated.get(spelling.trim().toLowerCase()) ?? (model && stated.get(model.id.toLowerCase()));
    if (own === undefined) return model;
    return applyPolicyModel(catalog, own, model, own.base === null ? undefined : known(own.base, undefined));
  }

  return {
    find(spelling, registry) {
      const key = `${registry ?? ''}:${spelling}`;
      if (!described.has(key)) described.set(key, find(spelling, registry));
      return described.get(key);
    },
  };
}
