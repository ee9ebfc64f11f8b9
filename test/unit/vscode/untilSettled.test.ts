import { describe, expect, it } from 'vitest';
import { untilSettled } from '../../../src/vscode/audit/untilSettled';

/** Work that takes a turn, during the first `changes` runs of which something changes. */
function work(changes: number) {
  let version = 0;
  let runs = 0;
  const run = async (): Promise<number> => {
    runs++;
    const seen = version;
    if (runs <= changes) version++;
    await Promise.resolve();
    return seen;
  };
  return { run, version: () => version, runs: () => runs };
}

describe('work on something that changes', () => {
  it.each([
    ['once where nothing changes', 0, 0, 1],
    ['again after a change', 1, 1, 2],
    ['three times at most', 9, 2, 3],
  ])('is done %s', async (_, changes, seen, runs) => {
    const tried = work(changes);
    expect(await untilSettled(tried.run, tried.version, () => false)).toBe(seen);
    expect(tried.runs()).toBe(runs);
  });

  it('ends when it is canceled', async () => {
    const tried = work(1);
    expect(await untilSettled(tried.run, tried.version, () => true)).toBe(0);
  });

  it('fails when the work fails', async () => {
    const failing = untilSettled(
      () => Promise.reject(new Error('no disk')),
      () => 0,
      () => false,
    );
    await expect(failing).rejects.toThrow('no disk');
  });
});
