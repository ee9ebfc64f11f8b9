import type { CancellationSignal } from '../../ports';
import { isFailure, type Failure } from './hubChannel';

/** Waits until a time, in milliseconds since 1970, or until the work is canceled. */
export type WaitUntil = (time: number, signal: CancellationSignal) => Promise<void>;

/** Windows of the Hub's limit that are waited for before a question is given up. */
const MOST_WAITS = 3;

export interface Patience {
  /** Without it nobody waits, and the pause is the reason given. */
  readonly waitUntil: WaitUntil | undefined;
  readonly onWait?: (until: number) => void;
}

/** Asks, and asks again after each pause that the Hub wants. Gives the last answer. */
export async function patiently<T extends object>(
  ask: () => Promise<T>,
  { waitUntil, onWait }: Patience,
  signal: CancellationSignal,
): Promise<T | Failure> {
  for (let waits = 0; ; waits++) {
    const answer = await ask();
    if (
      !isFailure(answer) ||
      answer.retryAt === undefined ||
      waitUntil === undefined ||
      waits >= MOST_WAITS ||
      signal.canceled
    )
      return answer;
    onWait?.(answer.retryAt);
    await waitUntil(answer.retryAt, signal);
  }
}
