import { describe, expect, it } from 'vitest';
import { createSlicer } from '../../../src/core/audit/slicer';

describe('long work', () => {
  it('pauses once a slice of 25 milliseconds is used up, and then begins a new one', async () => {
    let now = 1_000;
    const pauses: number[] = [];
    const breathe = createSlicer({ now: () => now }, () => {
      pauses.push(now);
      // Others take their turn.
      now += 100;
      return Promise.resolve();
    });
    for (now of [1_000, 1_024, 1_025]) await breathe();
    expect(pauses).toEqual([1_025]);
    for (now of [1_126, 1_149, 1_150]) await breathe();
    expect(pauses).toEqual([1_025, 1_150]);
  });
});
