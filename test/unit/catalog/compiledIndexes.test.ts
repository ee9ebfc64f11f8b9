import { describe, expect, it } from 'vitest';
import { compileIndexes, readIndexes } from '../../../src/core/catalog/compiledIndexes';
import { copyNames, hubSpellings } from '../../../src/core/catalog/copies';
import { ownerIndex, ownersByShape } from '../../../src/core/catalog/ownerShapes';
import { itemsOf } from '../../../src/core/catalog/items';
import { licensesByName, organizationsById, ownersOf } from '../../../src/core/catalog/recordNames';
import { ModelIndex } from '../../../src/core/catalog/modelIndex';
import { arrayStore } from '../../../src/core/catalog/modelStore';
import { compileIds, OwnedIds } from '../../../src/core/catalog/ownedIds';
import { NameIndex } from '../../../src/core/catalog/nameIndex';
import { builtRecords } from '../../support/builtCatalog';
import { REGISTRIES } from '../../../src/core/vocabulary';

describe('indexes that are compiled into the catalog', () => {
  const { models, licenses, organizations } = builtRecords();
  const store = arrayStore(models);
  const ids = new OwnedIds(compileIds(models.map(({ id }) => id)));
  const compiled = compileIndexes(store, ids, { licenses, organizations });
  const { spellings, names, copies, records, owners } = readIndexes(
    store,
    ids,
    { licenses: () => itemsOf(licenses), organizations: () => itemsOf(organizations) },
    () => compiled,
  );
  const written = models.flatMap(({ id, aliases }) => [
    id,
    ...aliases,
    ...aliases.map((alias) => alias.slice(alias.indexOf(':') + 1)),
  ]);
  // A sample: all of it would take a minute.
  const asked = written
    .filter((_, at) => at % 101 === 0)
    .flatMap((text) => [text, text.toUpperCase(), `${text}x`]);
  const served = organizations.filter(({ owners }) => owners.some((owner) => owner.startsWith('other:')));

  it('find the places of a spelling that the built one finds', () => {
    const built = new ModelIndex(store);
    for (const text of asked) {
      expect(spellings.all(text), text).toEqual(built.all(text));
      for (const registry of REGISTRIES)
        expect(spellings.in(text, registry), `${registry}:${text}`).toEqual(built.in(text, registry));
    }
  });

  it('find the rows of names that the built one finds, with a publisher and without', () => {
    const built = new NameIndex(store, () => organizations);
    const found = asked.flatMap((text) => {
      const name = text.slice(text.indexOf('/') + 1);
      return [undefined, ...served].map((organization) => {
        expect(names.row(name, organization), `${organization?.id} ${name}`).toBe(
          built.row(name, organization),
        );
        return names.row(name, organization);
      });
    });
    expect(found.some((row) => row !== undefined)).toBe(true);
    for (const { owners } of served)
      for (const owner of owners) {
        const vendor = owner.slice(owner.indexOf(':') + 1);
        expect(names.vendor(vendor)).toBe(built.vendor(vendor));
      }
  });

  it('find the originals that names stand for', () => {
    const built = copyNames(
      models.flatMap((model) => [...hubSpellings(model)]),
      organizations,
    );
    for (const text of asked) {
      expect(copies.id(text), text).toBe(built.id(text));
      const name = text.slice(text.indexOf('/') + 1).toLowerCase();
      const [one, other] = [copies.named(name), built.named(name)];
      expect(one?.id, name).toBe(other?.id);
      expect(one && one.id !== null && one.rank >= 2, name).toBe(
        other && other.id !== null && other.rank >= 2,
      );
    }
  });

  it('find the licenses and organizations that the built ones find, by each of their names', () => {
    const tables = [
      [records.license, licensesByName(licenses)],
      [records.organization, organizationsById(organizations)],
      [records.owner, ownersOf(organizations)],
    ] as const;
    for (const [find, built] of tables)
      for (const [name, record] of built) {
        expect(find(name), name).toBe(record);
        expect(find(`${name}x`), `${name}x`).toBe(built.get(`${name}x`));
      }
  });

  it('find the owners that the built one finds, by the shapes of their names', () => {
    const built = ownerIndex(store);
    for (const shape of ownersByShape(store).keys())
      for (const one of [shape, `${shape}x`]) expect(owners.ofShape(one), one).toBe(built.ofShape(one));
  });

  it('find the rows of owners that the built one finds', () => {
    const built = ownerIndex(store);
    for (const { owner } of store.owned().filter((_, at) => at % 7 === 0))
      for (const one of [owner.slice(0, -1).toLowerCase(), `${owner}x`])
        expect(owners.rowsOf(one), one).toEqual(built.rowsOf(one));
    expect(owners.rowsOf('').length).toBeGreaterThan(0);
  });
});
