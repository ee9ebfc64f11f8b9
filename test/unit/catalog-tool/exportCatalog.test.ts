import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportCommand, exportOf } from '../../../src/catalog-tool/exportCatalog';
import type { CatalogRecords } from '../../../src/core';
import { modelRecord } from '../../support/catalog';

const source = (title: string, license: string | null) => ({
  title,
  url: 'https://example.org',
  license,
  date: '2026-01-01',
});
const from = (key: string, ...facts: readonly string[]) => ({
  source: key,
  date: '2026-01-01',
  facts,
  confidence: 'medium' as const,
});
const records: CatalogRecords = {
  date: '2026-11-27',
  models: [
    modelRecord('a/one', {
      license: 'mit',
      task: 'text-generation',
      released: '2026',
      sources: [from('open', 'license'), from('bound', 'license', 'released')],
    }),
    modelRecord('a/two', { license: 'mit', sources: [from('bound', 'license')] }),
  ],
  licenses: [],
  organizations: [],
  families: [],
  hosts: [],
  familyNames: { hints: [], unrelated: [] },
  sources: { open: source('An open list', 'CC-BY-4.0'), bound: source('A bound list', 'GPL-3.0') },
};
const folder = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the export of the catalog', () => {
  it('gives each fact with its evidence, and none that only a source gives whose data may not be passed on', () => {
    const [head, one, ...others] = exportOf(records).models;
    expect(head).toMatchObject({ kind: 'models', date: '2026-11-27', license: 'Apache-2.0' });
    expect(one).toMatchObject({
      id: 'a/one',
      registry: 'huggingface',
      license: 'mit',
      task: 'text-generation',
    });
    expect(one).not.toHaveProperty('released');
    expect(one).not.toHaveProperty('status');
    expect((one as { evidence: object }).evidence).toEqual({
      license: [
        { source: 'An open list', url: 'https://example.org', date: '2026-01-01', confidence: 'medium' },
      ],
    });
    expect(others).toEqual([]);
  });

  it('is JSON Lines, a file a kind', () => {
    expect(exportCommand([folder], records)).toBe(0);
    const lines = readFileSync(join(folder, 'models.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual(['kind', 'id']);
    expect(() => exportCommand([], records)).toThrow('usage');
  });
});
