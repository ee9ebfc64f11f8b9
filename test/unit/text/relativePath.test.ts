import { expect, it } from 'vitest';
import { resolvePath } from '../../../src/core/text/relativePath';

it.each([
  ['a/b/f', './c', 'a/b/c'],
  ['a/b/f', '../c/', 'a/c'],
  ['a/f', '..', ''],
  ['f', 'a//b', 'a/b'],
  ['a/f', '../../c', undefined],
  ['f', '..', undefined],
])('in %s, %s is %s', (from, written, path) => {
  expect(resolvePath(from, written)).toBe(path);
});
