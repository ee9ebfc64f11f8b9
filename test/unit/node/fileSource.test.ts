import { execFileSync } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { asyncDiskFiles, diskFiles, storeFiles } from '../../../src/node/fileSource';

const root = mkdtempSync(join(tmpdir(), 'mll-source-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'folder/deep'), { recursive: true });
writeFileSync(join(root, 'folder/b.py'), 'four');
writeFileSync(join(root, 'folder/a.py'), '');
symlinkSync('b.py', join(root, 'folder/link'));
symlinkSync('nothing', join(root, 'folder/lost'));
symlinkSync('deep', join(root, 'folder/below'));
symlinkSync(import.meta.filename, join(root, 'folder/out'));
if (process.platform !== 'win32') execFileSync('mkfifo', [join(root, 'folder/pipe')]);

const ENTRIES = [
  { path: 'folder/a.py', kind: 'file', size: 0 },
  { path: 'folder/b.py', kind: 'file', size: 4 },
  { path: 'folder/below', kind: 'link', size: 0 },
  { path: 'folder/deep', kind: 'folder', size: 0 },
  { path: 'folder/link', kind: 'link', size: 0, target: 'folder/b.py' },
  { path: 'folder/lost', kind: 'dangling', size: 0 },
  { path: 'folder/out', kind: 'link', size: 0, target: null },
  ...(process.platform === 'win32' ? [] : [{ path: 'folder/pipe', kind: 'other', size: 0 }]),
];

describe('the files of a folder on disk', () => {
  it.each([
    ['the command line', diskFiles],
    ['the editor', asyncDiskFiles],
    ['a store', storeFiles],
  ])('are listed in order, without following links, for %s', async (_, source) => {
    expect(await source(root).list('folder')).toEqual(ENTRIES);
    expect((await source(root).list('')).map(({ path }) => path)).toEqual(['folder']);
    await expect(source(root).list('nothing')).rejects.toThrow('ENOENT');
  });

  it.each([
    ['the editor', asyncDiskFiles, 0],
    ['a store', storeFiles, 0],
    ['the command line', diskFiles, 6],
  ])('are listed without holding up the program, for %s', async (_, source, waits) => {
    // In place: a module that another test file loaded before keeps the functions that it was loaded with.
    const calls = [vi.spyOn(fs, 'readdirSync'), vi.spyOn(fs, 'lstatSync')];
    syncBuiltinESMExports();
    try {
      await source(root).list('folder');
      await source(root).list('folder');
      expect(calls.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBe(waits);
    } finally {
      for (const call of calls) call.mockRestore();
      syncBuiltinESMExports();
    }
  });
});
