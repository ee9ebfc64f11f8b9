import type { Clock, Pause } from '../ports';

/** How long work goes on before the host gets a turn: well under what anyone notices, and under an editor's own limit. */
const SLICE_MS = 25;

/** Cuts long work into slices: call the function between steps, it pauses when the slice is used up. */
export function createSlicer(clock: Clock, pause: Pause): () => Promise<void> {
  let end = clock.now() + SLICE_MS;
  return async () => {
    if (clock.now() < end) return;
    await pause();
    end = clock.now() + SLICE_MS;
  };
}
