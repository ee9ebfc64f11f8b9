/** Checks that say what they saw. An assertion library for Node does not load in the browser's extension host. */
import { timeLimit } from '../support/machineSpeed.mjs';

export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Expected: ${what}`);
}

/** Compares by content: two values are equal when they are written the same in JSON. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [show(actual), show(expected)];
  if (found !== wanted) throw new Error(`${what}\n  expected: ${wanted}\n  found:    ${found}`);
}

export function contains(text: string, part: string, what = 'the text'): void {
  if (!text.includes(part)) throw new Error(`Expected ${what} to contain ${show(part)}, but it is:\n${text}`);
}

export function lacks(text: string, part: string, what = 'the text'): void {
  if (text.includes(part))
    throw new Error(`Expected ${what} not to contain ${show(part)}, but it is:\n${text}`);
}

function show(value: unknown): string {
  return JSON.stringify(value, null, typeof value === 'object' ? 1 : 0) ?? String(value);
}

/** Set by the bundler: how slow the machine was when the run began. */
declare const SLOWNESS: number;

/** How long an editor may take on a quiet machine to show what a change led to. Generous: it only bounds a failure. */
const PATIENCE_MS = 40_000;

/**
 * Waits until a look at the editor gives something.
 *
 * @param look gives `undefined` as long as there is nothing yet
 * @param what for the failure: what was waited for
 */
export async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  what: string | (() => string),
): Promise<T> {
  const isOver = timeLimit(PATIENCE_MS, SLOWNESS);
  for (;;) {
    const found = await Promise.resolve().then(look).catch(unlessCanceled);
    if (found !== undefined) return found;
    if (isOver())
      throw new Error(
        `Waited ${PATIENCE_MS / 1000} s in vain for ${typeof what === 'string' ? what : what()}`,
      );
    await pause(50);
  }
}

/** The editor takes a question back when the text changes under it: then there is nothing yet, and it is asked again. */
function unlessCanceled(failure: unknown): undefined {
  if (!(failure instanceof Error && failure.name === 'Canceled')) throw failure;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
