import { describe, expect, it } from 'vitest';
import {
  countUpTo,
  distinct,
  isInOne,
  lastBefore,
  lastOutside,
  lastUpTo,
} from '../../../src/core/text/sorted';

const itself = (place: number): number => place;

describe('things in the order of their places', () => {
  it('are counted up to an offset, with those that stand there', () => {
    expect([0, 3, 4, 8, 9].map((offset) => countUpTo([3, 8, 8], offset, itself))).toEqual([0, 1, 1, 3, 3]);
    expect(countUpTo([], 1, itself)).toBe(0);
  });

  it('have a last one up to an offset', () => {
    expect([2, 3, 7, 8].map((offset) => lastUpTo([3, 8], offset, itself))).toEqual([undefined, 3, 3, 8]);
    expect([2, 8, 9].map((offset) => lastBefore([{ at: 3 }, { at: 8 }], offset)?.at)).toEqual([
      undefined,
      8,
      8,
    ]);
  });

  it('have a last one in none of some ranges', () => {
    const things = [{ at: 1 }, { at: 3 }, { at: 8 }];
    const last = (...ranges: readonly [number, number][]): number | undefined =>
      lastOutside(
        things,
        9,
        ranges.map(([start, end]) => ({ start, end })),
      )?.at;
    expect(last()).toBe(8);
    expect(last([9, 12])).toBe(8);
    expect(last([7, 9])).toBe(3);
    expect(last([7, 9], [2, 4])).toBe(1);
    expect(last([7, 9], [0, 4])).toBeUndefined();
  });

  it('tell whether an offset is in one of them', () => {
    const spans = [
      { start: 1, end: 3 },
      { start: 3, end: 4 },
      { start: 6, end: 6 },
    ];
    expect([0, 1, 2, 3, 4, 6].map((offset) => isInOne(spans, offset))).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('different texts', () => {
  it('are sorted', () => expect(distinct(['b', 'a', 'b'])).toEqual(['a', 'b']));
});
