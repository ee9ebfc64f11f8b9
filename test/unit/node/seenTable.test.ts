import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { type SeenFile, SeenTable } from '../../../src/node/seenTable';

function seen(at: number): SeenFile {
  const times = { size: at, mtimeMs: 1.7e12 + at / 8, ctimeMs: 1.6e12, ino: 2 ** 51 + at };
  return {
    times: at % 3 === 0 ? undefined : times,
    digest: createHash('sha256').update(String(at)).digest('base64url'),
  };
}

it('gives what was seen of each of many files, whatever came last', () => {
  const table = new SeenTable();
  const paths = Array.from({ length: 1_500 }, (_, at) => `folder ${at % 40}/モデル${at}.py`);
  for (const [at, path] of paths.entries()) table.set(path, seen(at));
  expect([...table.paths()]).toEqual(paths);
  expect(paths.map((path) => table.get(path))).toEqual(paths.map((_, at) => seen(at)));
  table.set(paths[7] as string, seen(9));
  expect(table.get(paths[7] as string)).toEqual(seen(9));
  expect(table.get('none')).toBeUndefined();
});

it('forgets a file, and takes it again', () => {
  const table = new SeenTable();
  for (const at of [1, 2, 3]) table.set(String(at), seen(at));
  table.delete('2');
  table.delete('none');
  expect([...table.paths()]).toEqual(['1', '3']);
  expect(table.get('2')).toBeUndefined();
  table.set('2', seen(4));
  expect(table.get('2')).toEqual(seen(4));
});
