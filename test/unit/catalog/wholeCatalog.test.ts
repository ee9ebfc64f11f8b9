import { describe, expect, it } from 'vitest';
import { CATALOG_FORMAT, encodeCatalog, SECTIONS } from '../../../src/core/catalog/compiled';
import type { CatalogRecords } from '../../../src/core/catalog/records';
import type { Slots } from '../../../src/core/catalog/slots';
import { readWholeCatalog } from '../../../src/core/catalog/wholeCatalog';
import { render } from '../../../src/core/message';
import { builtRecords } from '../../support/builtCatalog';

/** A part of the real catalog: enough that every section has something in it. */
const RECORDS: CatalogRecords = { ...builtRecords(), models: builtRecords().models.slice(0, 300) };
const TEXT = encodeCatalog(RECORDS);

function reason(text: string): string {
  const read = readWholeCatalog(text);
  return 'refused' in read ? render(read.refused) : 'whole';
}

/** The text with one section replaced. */
function withSection(section: (typeof SECTIONS)[number], change: (value: never) => unknown): string {
  const lines = TEXT.split('\n');
  const at = SECTIONS.indexOf(section);
  lines[at] = JSON.stringify(change(JSON.parse(lines[at] ?? '') as never));
  return lines.join('\n');
}

describe('a compiled catalog', () => {
  it('that is whole is read', () => {
    const read = readWholeCatalog(TEXT);
    expect('catalog' in read && read.catalog.models).toHaveLength(300);
  });

  it.each(['', '\n', '{}', '[]', 'null', '{"version":"7"}', '<html>'])('is not %j', (text) => {
    expect(reason(text)).toBe('it is not a compiled catalog');
  });

  it('of another format is not read, and a newer one tells to update the program', () => {
    expect(
      reason(withSection('head', (head: object) => ({ ...head, version: CATALOG_FORMAT + 1 }))),
    ).toContain('update Model License Lens first');
    expect(reason(withSection('head', (head: object) => ({ ...head, version: CATALOG_FORMAT - 1 })))).toBe(
      `it has format ${CATALOG_FORMAT - 1}, and this version of Model License Lens reads format ${CATALOG_FORMAT}`,
    );
  });

  it.each(SECTIONS.filter((section) => section !== 'head'))(
    'without a whole part "%s" is not read',
    (section) => {
      const lines = TEXT.split('\n');
      const at = SECTIONS.indexOf(section);
      for (const broken of ['', '7', 'null', '{"a":', '[7]'])
        expect(reason(lines.with(at, broken).join('\n')), broken).toBe(`its part "${section}" is damaged`);
    },
  );

  it('that is cut off anywhere is not read', () => {
    for (let share = 0; share < 10; share++)
      expect(reason(TEXT.slice(0, Math.floor((TEXT.length * share) / 10)))).not.toBe('whole');
    expect(reason(TEXT.slice(0, -1))).not.toBe('whole');
    expect(reason(`${TEXT}{}\n`)).not.toBe('whole');
  });

  it.each<[string, string]>([
    [
      'a registry that the program does not know',
      withSection('registry', (column: { table: string[] }) => ({
        ...column,
        table: ['elsewhere', ...column.table.slice(1)],
      })),
    ],
    [
      'a value that no table has',
      withSection('license', (column: { rows: string }) => ({
        ...column,
        rows: 'z'.repeat(column.rows.length),
      })),
    ],
    [
      'fewer rows than models',
      withSection('task', (column: { rows: string; digits: number }) => ({
        ...column,
        rows: column.rows.slice(column.digits),
      })),
    ],
    [
      'a fact of a model that it does not have',
      withSection('lineage', (column: { digits: number; rows: string; values: unknown[] }) => ({
        ...column,
        rows: `${column.rows.slice(column.digits)}${'z'.repeat(column.digits)}`,
      })),
    ],
    [
      'facts of models in another order',
      withSection('lineage', (column: { digits: number; rows: string; values: unknown[] }) => ({
        ...column,
        rows: `${column.rows.slice(column.digits)}${column.rows.slice(0, column.digits)}`,
      })),
    ],
    [
      'an id that no row has',
      withSection('ids', (ids: { text: string }) => ({ ...ids, text: `${ids.text}\nmore` })),
    ],
    [
      'a category of licenses that the program does not know',
      withSection('licenses', ([first, ...rest]: object[]) => [{ ...first, category: 'other' }, ...rest]),
    ],
    [
      'an index without an end',
      withSection('indexes', (indexes: { aliases: Slots }) => ({
        ...indexes,
        aliases: { size: 4, used: 'u', digits: 1, rows: '0123' },
      })),
    ],
    [
      'an index with more slots than it has values',
      withSection('indexes', (indexes: { aliases: Slots }) => ({
        ...indexes,
        aliases: { ...indexes.aliases, used: indexes.aliases.used.replace('0', '1') },
      })),
    ],
    [
      'an index of endless size',
      withSection('indexes', (indexes: { aliases: Slots }) => ({
        ...indexes,
        aliases: { ...indexes.aliases, size: 2 ** 40 },
      })),
    ],
  ])('with %s is not read', (_name, text) => {
    expect(reason(text)).toMatch(/^its part "\w+" is damaged$/);
  });

  it('whose index does not find a model is not read', () => {
    const text = withSection('ids', (ids: { text: string }) => ({
      ...ids,
      text: ids.text.replace(/^[^\n]*/, 'renamed/'),
    }));
    expect(reason(text)).toMatch(/^it does not find its own model renamed\//);
  });

  it('whose calendar names a page that is not there is not read', () => {
    const text = withSection('hosts', (hosts: { pages: unknown[] }[]) =>
      hosts.map((host) => ({ ...host, pages: [] })),
    );
    expect(reason(text)).toMatch(/^it cannot be read: no page /);
  });
});
