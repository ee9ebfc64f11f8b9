import { expect, it } from 'vitest';
import { LayeredMap } from '../../../src/core/text/layeredMap';

const above = new Map([
  ['a', 1],
  ['b', 2],
]);
const middle = new LayeredMap(
  new Map([
    ['b', 3],
    ['c', 4],
  ]),
  above,
);
const top = new LayeredMap(new Map([['a', 0]]), middle);

it('what a layer says itself goes before what is above it', () => {
  expect(['a', 'b', 'c', 'd'].map((key) => top.get(key))).toEqual([0, 3, 4, undefined]);
  expect(['a', 'b', 'c', 'd'].map((key) => top.has(key))).toEqual([true, true, true, false]);
});

it('layers read as one map does', () => {
  const one = new Map([
    ['a', 0],
    ['b', 3],
    ['c', 4],
  ]);
  expect([...top]).toEqual([...one]);
  expect([[...top.keys()], [...top.values()], [...top.entries()], top.size]).toEqual([
    [...one.keys()],
    [...one.values()],
    [...one.entries()],
    one.size,
  ]);
  const seen: unknown[] = [];
  top.forEach((value, key, map) => seen.push([key, value, map === top]));
  expect(seen).toEqual([...one].map(([key, value]) => [key, value, true]));
});

it('what is above is not copied', () => {
  above.set('d', 5);
  expect(top.get('d')).toBe(5);
});

it('what a layer hides of what is above is not in it, but what it says itself is', () => {
  const hiding = new LayeredMap(new Map([['b', 5]]), middle, (key) => key !== 'a');
  expect(['a', 'b', 'c'].map((key) => hiding.get(key))).toEqual([1, 5, undefined]);
  expect(['a', 'b', 'c'].map((key) => hiding.has(key))).toEqual([true, true, false]);
  expect([...hiding]).toEqual([
    ['a', 1],
    ['b', 5],
  ]);
});
