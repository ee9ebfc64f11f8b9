/** A process of its own for the cases: what ends it, or hangs it, does not end the run. */
import fc from 'fast-check';
import { CLASSES } from './cases';

/** What the run asks for: some cases of one class, from a seed. */
export interface Chunk {
  readonly name: string;
  readonly cases: number;
  readonly seed: number;
  /** Cases that were found before and are tried first. */
  readonly kept: readonly unknown[];
}

export interface Outcome {
  readonly cases: number;
  readonly fault?: { readonly error: string; readonly found: unknown };
}

process.on('message', (chunk: Chunk) => void run(chunk).then((outcome) => process.send?.(outcome)));

async function run({ name, cases, seed, kept }: Chunk): Promise<Outcome> {
  const fuzz = CLASSES.find((one) => one.name === name);
  if (fuzz === undefined) throw new Error(`There is no class "${name}".`);
  let tried = 0;
  const check = (value: unknown): void | Promise<void> => {
    tried++;
    return fuzz.check(value);
  };
  const options = { numRuns: cases + kept.length, seed, examples: kept.map((value): [unknown] => [value]) };
  const details = await fc.check(
    fc.asyncProperty(fuzz.values, async (value) => {
      const waiting = check(value);
      if (waiting !== undefined) await waiting;
    }),
    options,
  );
  return {
    cases: tried,
    ...(details.failed && {
      fault: {
        error: String(
          details.errorInstance instanceof Error
            ? (details.errorInstance.stack ?? details.errorInstance)
            : details.errorInstance,
        ).slice(0, 1500),
        found: details.counterexample?.[0],
      },
    }),
  };
}
