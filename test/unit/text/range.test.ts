import { expect, it } from 'vitest';
import { byStart, contains, covers, overlap } from '../../../src/core/text/range';

it('covers its offsets but its end, at which a cursor is still in it', () => {
  const range = { start: 2, end: 4 };
  expect([1, 2, 3, 4].map((offset) => covers(range, offset))).toEqual([false, true, true, false]);
  expect([1, 2, 3, 4, 5].map((offset) => contains(range, offset))).toEqual([false, true, true, true, false]);
});

it('takes spans that only touch for apart', () => {
  const range = { start: 2, end: 4 };
  const others = [1, 2, 3, 4].map((start) => ({ start, end: start + 1 }));
  expect(others.map((other) => overlap(range, other))).toEqual([false, true, true, false]);
});

it('sorts what is found by where it begins', () => {
  const found = [4, 1, 3].map((start) => ({ range: { start, end: 9 } }));
  expect(found.sort(byStart).map(({ range }) => range.start)).toEqual([1, 3, 4]);
});
