import { type Catalog, type ClaimStore, createClaimStore } from '../core';
import { loadCatalog } from '../node/loadCatalog';
import type { Cli } from './cli';

/** What is known of models: by the catalog, and by what files and the Hub said in this run. */
export interface Facts {
  readonly catalog: Catalog;
  readonly claims: ClaimStore;
}

const known = new WeakMap<Cli, Facts>();

/** The facts of one run: loaded on first use, for `--help` and wrong usage do not wait for them. */
export function factsOf(cli: Cli): Facts {
  let facts = known.get(cli);
  if (facts === undefined)
    known.set(cli, (facts = { catalog: loadCatalog(cli.home), claims: createClaimStore() }));
  return facts;
}
