import { nearestName } from '../core';
import type { Cli } from './cli';
import { factsOf } from './facts';

/** Says which name was probably meant, where the catalog does not have the one that was given. */
export function sayNearest(name: string, cli: Cli): void {
  const near = nearestName(factsOf(cli).catalog, name);
  if (near !== undefined) cli.say(`No model ${name} is known. Did you mean ${near}?`);
}
