/** Whoever keeps on changing things cannot keep the work from ending. */
const MOST_ATTEMPTS = 3;

/**
 * Does work again when something it depends on changed while it went on, so that its result is of one state. Rejects as the work does.
 * @param version of what the work depends on: another number after a change
 * @param isCanceled then what there is counts
 */
export async function untilSettled<T>(
  work: () => Promise<T>,
  version: () => number,
  isCanceled: () => boolean,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const before = version();
    const result = await work();
    if (version() === before || isCanceled() || attempt === MOST_ATTEMPTS) return result;
  }
}
