import { expect, it } from 'vitest';
import { folderOf, foldersBelow, resolvePath } from '../../../src/core/text/relativePath';

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

it('has the folder of a path, and those that lead to it', () => {
  expect(['a/b/f', 'a/f', 'f', ''].map(folderOf)).toEqual(['a/b', 'a', '', '']);
  expect(foldersBelow('', 'a/b/c/f')).toEqual(['a', 'a/b', 'a/b/c']);
  expect(foldersBelow('a', 'a/b/c/f')).toEqual(['a/b', 'a/b/c']);
  expect(foldersBelow('', 'f')).toEqual([]);
});
