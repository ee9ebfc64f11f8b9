import { type Clock, createEngine, type Engine } from '../core';
import { compileLess } from '../node/compileLess';
import { systemClock } from '../node/host';
import type { Cli } from './cli';
import { factsOf } from './facts';

const made = new WeakMap<Cli, Engine>();

/** The engine of one run. The clock of the first call stays. Commands that only look things up do without it: it is most of the code. */
export function engineOf(cli: Cli, clock: Clock = systemClock): Engine {
  const { catalog, claims } = factsOf(cli);
  let engine = made.get(cli);
  if (engine === undefined) {
    compileLess();
    made.set(cli, (engine = createEngine(catalog, clock, claims)));
  }
  return engine;
}
