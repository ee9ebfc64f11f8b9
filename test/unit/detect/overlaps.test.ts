import { describe, expect, it } from 'vitest';
import { withoutOverlaps } from '../../../src/core/detect/overlaps';

function kept(...places: readonly (readonly [start: number, end: number])[]): readonly string[] {
  return withoutOverlaps(places.map(([start, end]) => ({ range: { start, end } }))).map(
    ({ range }) => `${range.start}-${range.end}`,
  );
}

describe('references that overlap', () => {
  it('are none where one begins as the other ends, and are sorted by place', () => {
    expect(kept([5, 9], [0, 5], [20, 21])).toEqual(['0-5', '5-9', '20-21']);
  });

  it.each([
    ['the second is longer', [0, 4], [2, 9], '2-9'],
    ['the first is longer', [0, 7], [5, 9], '0-7'],
    ['one holds the other', [0, 9], [2, 4], '0-9'],
    ['both begin at one place', [0, 3], [0, 9], '0-9'],
    ['both are as long', [0, 4], [2, 6], '0-4'],
  ] as const)('leave the longer one where %s', (_, one, other, longer) => {
    expect(kept(one, other)).toEqual([longer]);
    expect(kept(other, one)).toEqual([longer]);
  });
});
