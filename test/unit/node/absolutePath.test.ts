import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogFolderPath } from '../../../src/node/catalogFolder';
import { cacheFile } from '../../../src/node/fileStore';
import { knownFolders } from '../../../src/node/knownFolders';

describe('what the environment says of the folders of a user', () => {
  const HOME = '/home/someone';

  it('counts where it is absolute', () => {
    expect(cacheFile({ XDG_CACHE_HOME: '/caches' }, 'x', HOME)).toBe(
      join('/caches', 'model-license-lens', 'x'),
    );
    expect(catalogFolderPath({ XDG_DATA_HOME: '/data' }, HOME)).toBe(
      join('/data', 'model-license-lens', 'catalog'),
    );
  });

  it.each(['', '.', 'caches', './caches', '../caches'])(
    'does not count where it is %j: it would lie in what is audited',
    (value) => {
      expect(cacheFile({ XDG_CACHE_HOME: value }, 'x', HOME)).toBe(cacheFile({}, 'x', HOME));
      expect(catalogFolderPath({ XDG_DATA_HOME: value }, HOME)).toBe(catalogFolderPath({}, HOME));
    },
  );
});

describe('stores of models', () => {
  const here = process.cwd();
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stores-'));
    mkdirSync(join(folder, 'store', 'hub'), { recursive: true });
    mkdirSync(join(folder, 'hub'));
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(here);
    rmSync(folder, { recursive: true });
  });

  it('are read where the environment has them', () => {
    const store = join(folder, 'store');
    expect(Object.keys(knownFolders({ HF_HOME: store, OLLAMA_MODELS: store }, folder))).toEqual([
      'hubCache',
      'ollama',
    ]);
  });

  it.each(['HF_HOME', 'HF_HUB_CACHE', 'OLLAMA_MODELS', 'XDG_CACHE_HOME'])(
    'are none in the working folder, whatever %s says',
    (name) =>
      expect(['', '.', 'store', 'store/hub'].map((value) => knownFolders({ [name]: value }, folder))).toEqual(
        [{}, {}, {}, {}],
      ),
  );
});
