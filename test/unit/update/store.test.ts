import { describe, expect, it } from 'vitest';
import {
  type CatalogFolder,
  CatalogStore,
  fileOf,
  readState,
  STATE_FILE,
  type StoredCatalog,
  storedInForce,
} from '../../../src/core/update/store';

const BUNDLED = { date: '2026-11-01', revision: 0 };
const stored = (date: string, sha512 = `${date}AAAAAAAA`): StoredCatalog => ({
  version: { date, revision: 0 },
  sha512,
  from: 'registry.example/日本',
  installed: '2026-12-31',
});
const FIRST = stored('2026-12-01');
const SECOND = stored('2026-12-02');

/** A folder in memory. `failing` names what cannot be written. */
function folderWith(failing = ''): CatalogFolder & { readonly files: Map<string, string> } {
  const files = new Map<string, string>();
  return {
    files,
    read: (name) => {
      const text = files.get(name);
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
    write: (name, text) => {
      if (failing !== '' && name.endsWith(failing))
        return Promise.reject(new Error('ENOSPC: no space left on device'));
      files.set(name, text);
      return Promise.resolve();
    },
    remove: (name) => Promise.resolve(void files.delete(name)),
    list: () => Promise.resolve([...files.keys()]),
  };
}

const namesIn = (folder: { readonly files: Map<string, string> }): string[] =>
  [...folder.files.keys()].sort();

describe('a store of catalogs', () => {
  it('keeps the one in force and the one before, and no other', async () => {
    const folder = folderWith();
    const store = new CatalogStore(folder, BUNDLED);
    for (const date of ['2026-12-01', '2026-12-02', '2026-12-03']) await store.install(stored(date), date);
    expect(await store.state()).toEqual({ current: stored('2026-12-03'), previous: SECOND, takenBack: null });
    expect(namesIn(folder)).toEqual([STATE_FILE, fileOf(SECOND), fileOf(stored('2026-12-03'))].sort());
  });

  it('goes back to the bundled one where no other was in force', async () => {
    const store = new CatalogStore(folderWith(), BUNDLED);
    await store.install(FIRST, 'first');
    expect(await store.rollBack()).toBe(true);
    expect(await store.state()).toEqual({ current: null, previous: null, takenBack: FIRST.version });
    expect(await store.rollBack()).toBe(false);
  });

  it('does not go back to a catalog that a newer program has overtaken', async () => {
    const folder = folderWith();
    await new CatalogStore(folder, BUNDLED).install(FIRST, 'first');
    const later = new CatalogStore(folder, { date: '2026-12-05', revision: 0 });
    expect(await later.rollBack()).toBe(false);
    await later.install(stored('2026-12-06'), 'text');
    expect((await later.state()).previous).toBeNull();
  });

  it('stays as it was where its disk is full', async () => {
    for (const failing of ['.jsonl', '.json']) {
      const folder = folderWith();
      await new CatalogStore(folder, BUNDLED).install(FIRST, 'first');
      const full = { ...folder, write: folderWith(failing).write };
      await expect(new CatalogStore(full, BUNDLED).install(SECOND, 'second')).rejects.toThrow('ENOSPC');
      expect(await new CatalogStore(folder, BUNDLED).state()).toEqual({
        current: FIRST,
        previous: null,
        takenBack: null,
      });
      expect(folder.files.get(fileOf(FIRST))).toBe('first');
    }
  });

  it('begins anew where its file is damaged, however long that is', async () => {
    const folder = folderWith();
    await new CatalogStore(folder, BUNDLED).install(FIRST, 'first');
    const [file = ''] = [...folder.files.keys()].filter((name) => /^\d+\.json$/.test(name));
    folder.files.set(file, 'x'.repeat(1_000_000));
    expect((await new CatalogStore(folder, BUNDLED).state()).current).toBeNull();
  });

  it('does not remove what another program is putting in force', async () => {
    const folder = folderWith();
    folder.files.set(fileOf(stored('2026-12-09')), 'of another program');
    folder.files.set(fileOf(stored('2026-11-15')), 'left behind');
    folder.files.set('99.json', 'of another format');
    await new CatalogStore(folder, BUNDLED).install(FIRST, 'first');
    expect(namesIn(folder)).toEqual(
      [STATE_FILE, '99.json', fileOf(FIRST), fileOf(stored('2026-12-09'))].sort(),
    );
  });
});

describe('the file that decides', () => {
  it.each([undefined, '', '{', '[]', '7', '{"current":{"version":"1.2.3"}}', '{"current":[]}'])(
    '%j names no catalog',
    (text) => {
      expect(readState(text)).toEqual({ current: null, previous: null, takenBack: null });
    },
  );

  it('names nothing outside of the folder', () => {
    const file = fileOf(stored('2026-12-01', '../../../etc/passwd+/=='));
    expect(file).toMatch(/^[\w.-]+$/);
  });

  it('puts only what is newer than the bundled catalog in force', () => {
    expect(storedInForce({ current: FIRST }, BUNDLED)).toBe(FIRST);
    expect(storedInForce({ current: FIRST }, FIRST.version)).toBeUndefined();
    expect(storedInForce({ current: null }, BUNDLED)).toBeUndefined();
  });
});
