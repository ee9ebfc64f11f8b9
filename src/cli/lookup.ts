import { createLookup, isoDay, type Lookup } from '../core';
import { systemClock } from '../node/host';
import type { Cli } from './cli';
import { factsOf } from './facts';

/** Looks models up without any policy, as the engine does. */
export function lookupOf(cli: Cli): Lookup {
  const { catalog, claims } = factsOf(cli);
  return createLookup(catalog, [], claims, () => isoDay(systemClock.now()));
}
