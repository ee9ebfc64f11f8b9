import { describe, expect, it } from 'vitest';
import { policyAbove, readSurroundings, type FolderAbove } from '../../../src/core/audit/surroundings';
import { decode } from '../../../src/node/host';
import type { FileEntry } from '../../../src/core/ports';

type Content = string | Error | Exclude<FileEntry['kind'], 'file'>;

const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A folder above the root with these files; an `Error` is thrown when the file is read, a kind stands for what is no file. */
function above(up: string, down: string, files: Readonly<Record<string, Content>>): FolderAbove {
  const kinds = new Set<unknown>(['folder', 'link', 'other']);
  return {
    up,
    down,
    places: {
      kindOf: (path) => {
        const content = files[path];
        if (content === undefined) return Promise.resolve(undefined);
        return Promise.resolve(kinds.has(content) ? (content as FileEntry['kind']) : 'file');
      },
      read: (path) => {
        const content = files[path];
        return typeof content === 'string'
          ? Promise.resolve(bytes(content))
          : Promise.reject(content ?? new Error('no such file'));
      },
    },
  };
}

describe('what governs a root from above', () => {
  it('is nothing where nothing lies above it', async () => {
    expect(await readSurroundings([], decode)).toEqual({ ignoresAbove: [], misnamedAbove: [] });
    expect(await readSurroundings([above('..', 'a', {})], decode)).toEqual({
      ignoresAbove: [],
      misnamedAbove: [],
    });
  });

  it('is every .gitignore that can be read, the outermost first, from where it lies', async () => {
    const folders = [
      above('..', 'b', { '.gitignore': 'inner' }),
      above('../..', 'a/b', { '.gitignore': new Error('EACCES') }),
      above('../../..', 'z/a/b', { '.gitignore': 'outer' }),
    ];
    expect((await readSurroundings(folders, decode)).ignoresAbove).toEqual([
      { root: 'z/a/b', text: 'outer' },
      { root: 'b', text: 'inner' },
    ]);
  });

  it('is the nearest policy, with what it builds on read from where it lies', async () => {
    const folders = [
      above('..', 'b', {}),
      above('../..', 'a/b', { '.model-policy.yaml': 'version: 1', 'base.yaml': 'version: 1 # base' }),
      above('../../..', 'z/a/b', { '.model-policy.yaml': 'version: 1 # outer' }),
    ];
    const { policyAbove: found } = await readSurroundings(folders, decode);
    expect(found).toMatchObject({ path: '../../.model-policy.yaml', down: 'a/b', text: 'version: 1' });
    if (found === undefined || 'failure' in found) throw new Error('no policy was read');
    expect(await found.read?.('../../base.yaml')).toEqual({ text: 'version: 1 # base' });
    expect(await found.read?.('../base.yaml')).toEqual({ failure: 'missing' });
  });

  it.each<readonly [Content, string]>([
    [new Error('EACCES'), 'unreadable'],
    ['link', 'link'],
    ['folder', 'not-a-file'],
    ['\0\0\0', 'not-text'],
  ])('is a broken policy, not one further up, where the nearest is %j', async (content, failure) => {
    const folders = [
      above('..', 'b', { '.model-policy.yaml': content }),
      above('../..', 'a/b', { '.model-policy.yaml': 'version: 1' }),
    ];
    expect(await policyAbove(folders, decode)).toEqual({ path: '../.model-policy.yaml', failure });
    expect((await readSurroundings(folders, decode)).policyAbove).toEqual({
      path: '../.model-policy.yaml',
      failure,
    });
  });

  it('tells of files that are named almost like a policy, in each folder', async () => {
    const outer = above('../..', 'a/b', { '.model-policy': 'folder' });
    const closed = new Error('EACCES');
    const folders = [
      above('..', 'b', { '.model-policy.yml': 'version: 1', '.modelpolicy.yaml': closed }),
      {
        ...outer,
        places: {
          ...outer.places,
          kindOf: (path: string) =>
            path === '.model-policy.json' ? Promise.reject(closed) : outer.places.kindOf(path),
        },
      },
    ];
    expect((await readSurroundings(folders, decode)).misnamedAbove).toEqual([
      '../.model-policy.yml',
      '../.modelpolicy.yaml',
      '../../.model-policy',
    ]);
  });
});
