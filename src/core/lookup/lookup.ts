import type { Catalog } from '../catalog/records';
import type { Model } from '../model';
import type { PolicyModel } from '../policy/policy';
import type { Registry } from '../vocabulary';
import { applyClaims } from './applyClaims';
import type { ClaimSource } from './claim';
import { describeModel } from './describeModel';
import { applyPolicyModel } from './policyModel';
import { statusOf } from './statusOf';

export interface Lookup {
  /** What is known of a name in any registry's spelling; `undefined` when nothing is. Synchronous: never the network. */
  find(spelling: string, registry?: Registry): Model | undefined;
}

/**
 * The chain of a look-up: facts that the project gives about its own models win over all; then per fact the freshest of
 * the catalog's and of what `claims` holds from local files and the Hub.
 */
export function createLookup(
  catalog: Catalog,
  overrides: readonly PolicyModel[] = [],
  claims?: ClaimSource,
): Lookup {
  const described = new Map<string, Model | undefined>();
  const stated = new Map(overrides.map((model) => [model.id.toLowerCase(), model]));

  function known(spelling: string, registry: Registry | undefined): Model | undefined {
    const resolution = catalog.resolve(spelling, registry);
    const model = resolution && {
      ...describeModel(catalog, resolution),
      status: statusOf(resolution.record, spelling, registry),
    };
    const said =
      claims === undefined
        ? []
        : [...new Set([...claims.claimsOf(spelling), ...claims.claimsOf(model?.id ?? spelling)])];
    return said.length === 0 ? model : applyClaims(catalog, model, said);
  }

  /** A policy may name a model by any spelling, so both the one that was asked for and the record's id are looked up. */
  function find(spelling: string, registry: Registry | undefined): Model | undefined {
    const model = known(spelling, registry);
    const own = stated.get(spelling.trim().toLowerCase()) ?? (model && stated.get(model.id.toLowerCase()));
    if (own === undefined) return model;
    return applyPolicyModel(catalog, own, model, own.base === null ? undefined : known(own.base, undefined));
  }

  let heard = claims?.version;
  return {
    find(spelling, registry) {
      if (heard !== claims?.version) described.clear();
      heard = claims?.version;
      const key = `${registry ?? ''}:${spelling}`;
      if (!described.has(key)) described.set(key, find(spelling, registry));
      return described.get(key);
    },
  };
}
