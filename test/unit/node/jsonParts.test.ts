import { expect, it } from 'vitest';
import { jsonParts } from '../../../src/node/jsonParts';

it.each([
  [[{ a: [{ b: [1, { c: 'モデル' }] }], none: undefined, empty: [], no: null }, undefined]],
  [[{}, []]],
  [{ deep: { deep: { deep: { deep: [undefined] } } } }],
  ['text'],
  [null],
])('writes %j as it is', (value) => {
  for (const levels of [0, 1, 2, 3, 9])
    expect([...jsonParts(value, levels)].join('')).toBe(JSON.stringify(value));
});
