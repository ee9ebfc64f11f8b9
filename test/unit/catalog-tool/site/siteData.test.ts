import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type SiteFile, siteData } from '../../../../src/catalog-tool/site/siteData';
import type { CatalogRecords } from '../../../../src/core';
import { modelRecord, testRecords } from '../../../support/catalog';

const from = (source: string, ...facts: readonly string[]) => ({
  source,
  date: '2026-01-01',
  facts,
  confidence: 'high' as const,
});
const named = (title: string, license: string | null) => ({
  title,
  url: 'https://example.org',
  license,
  date: '2026-01-01',
});
const records: CatalogRecords = {
  ...testRecords([
    modelRecord('meta-llama/Llama-3.1-8B', { license: 'llama3.1', sources: [from('card', 'license')] }),
    modelRecord('a/tuned', {
      license: 'apache-2.0',
      openness: 'open-weights',
      lineage: [{ model: 'meta-llama/Llama-3.1-8B', relation: 'finetune' }],
      parameters: 8_000_000_000,
      aliases: ['ollama:tuned'],
      sources: [from('card', 'license', 'lineage')],
    }),
    modelRecord('a/closed', { license: 'mit', sources: [from('bound', 'license')] }),
  ]),
  sources: { card: named('Cards', null), bound: named('A bound list', 'CC-BY-NC-4.0') },
};

/** What a browser holds after it has read the scripts in their order. */
function read(files: readonly SiteFile[]) {
  const context: { catalogSite?: Record<string, unknown> } = {};
  runInNewContext(files.map(({ text }) => text).join(''), context);
  return context.catalogSite as unknown as {
    readonly head: { readonly license: string };
    readonly models: readonly unknown[][];
    readonly licenses: Readonly<
      Record<string, { readonly name: string; readonly barred: readonly string[] }>
    >;
    readonly sources: readonly unknown[];
    readonly parts: readonly string[];
  };
}

describe('siteData', () => {
  const files = siteData(records);
  const site = read(files);

  it('is scripts that name all the others', () => {
    expect(site.parts).toEqual(files.map(({ name }) => name).filter((name) => !/head|parts/.test(name)));
    expect(site.head.license).toBe('Apache-2.0');
  });

  it('gives the license in effect beside the declared one, with the sources of the facts', () => {
    const tuned = site.models.find(([id]) => id === 'a/tuned');
    expect(tuned?.slice(3, 6)).toEqual(['apache-2.0', 'llama3.1', 'weights-available']);
    expect(tuned?.at(-1)).toContainEqual(['license', 0, '2026-01-01']);
    expect(site.sources[0]).toEqual(['Cards', 'https://example.org']);
  });

  it('leaves out what may not be passed on', () => {
    expect(site.models.map(([id]) => id)).not.toContain('a/closed');
  });

  it('tells the barred uses of a license once', () => {
    const barred = site.licenses['llama3.1']?.barred ?? [];
    expect(barred).toContain('military');
    expect(new Set(barred).size).toBe(barred.length);
  });

  it('divides many models into parts', () => {
    const many = Array.from({ length: 4001 }, (_, index) => modelRecord(`a/m${index}`, { license: 'mit' }));
    const parts = siteData(testRecords(many)).filter(({ name }) => /^models-/.test(name));
    expect(parts.map(({ name }) => name)).toEqual(['models-1.js', 'models-2.js']);
  });
});
