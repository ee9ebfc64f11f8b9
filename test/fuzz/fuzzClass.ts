import type fc from 'fast-check';

/** One kind of input, and what must hold for every one of it. */
export interface FuzzClass<T = unknown> {
  readonly name: string;
  /** Its share of all cases, beside the other classes' shares. */
  readonly share: number;
  /** Values must survive JSON, so that a case can be kept in a file. */
  readonly values: fc.Arbitrary<T>;
  /** Throws where something does not hold. */
  check(value: T): void | Promise<void>;
}

export function fuzzClass<T>(fuzz: FuzzClass<T>): FuzzClass {
  return fuzz as unknown as FuzzClass;
}

/** An assertion that costs nothing when it holds: these run millions of times. */
export function must(holds: boolean, what: string | (() => string)): void {
  if (!holds) throw new Error(`Does not hold: ${typeof what === 'string' ? what : what()}`);
}

export function mustEqual(found: unknown, wanted: unknown, what: string): void {
  const [a, b] = [canonical(found), canonical(wanted)];
  must(a === b, () => `${what}\n  found:  ${a}\n  wanted: ${b}`);
}

/** JSON in which the order of keys makes no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
