import { ENGLISH, message, nearestName, say } from '../core';
import type { Cli } from './cli';
import { factsOf } from './facts';

/** Says which name was probably meant, where the catalog does not have the one that was given. */
export function sayNearest(name: string, cli: Cli, language = ENGLISH): void {
  const near = nearestName(factsOf(cli).catalog, name);
  if (near !== undefined)
    cli.say(say(message('No model {0} is known. Did you mean {1}?', name, near), language));
}
