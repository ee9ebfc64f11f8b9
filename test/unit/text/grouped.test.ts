import { expect, it } from 'vitest';
import { grouped } from '../../../src/core/text/grouped';

it('keeps the order of items and of the keys that they come with', () => {
  expect([...grouped(['b1', 'a1', 'b2'], (item) => item.charAt(0))]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
  expect([...grouped([], () => 'x')]).toEqual([]);
});
