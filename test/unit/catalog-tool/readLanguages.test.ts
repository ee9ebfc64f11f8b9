import { describe, expect, it } from 'vitest';
import { languagesOf } from '../../../src/catalog-tool/readLanguages';
import { modelRecord } from '../../support/catalog';

const source = (date: string) => ({
  title: 'Cards',
  url: null,
  license: null,
  date,
  kind: 'own-card' as const,
});
const SOURCES = { old: source('2023-05-04'), late: source('2025-01-26') };
const file = (from: string, models: Record<string, string>) => ({
  path: `languages/${from}.yaml`,
  value: { source: from, models },
});

describe('languagesOf', () => {
  const withLanguages = languagesOf(
    [file('late', { 'a/one': 'de en fr' }), file('old', { 'a/one': 'de', 'A/Two': 'multilingual\n' })],
    SOURCES,
  );

  it('adds the languages of the later source, with the source as evidence', () => {
    const model = withLanguages(modelRecord('a/one'));
    expect(model.languages).toEqual(['de', 'en', 'fr']);
    expect(model.sources.at(-1)).toEqual({
      source: 'late',
      date: '2025-01-26',
      confidence: 'high',
      facts: ['languages'],
    });
  });

  it('finds a model in any case', () => {
    expect(withLanguages(modelRecord('a/two')).languages).toEqual(['multilingual']);
  });

  it('leaves alone what no card speaks of, and names of other registries', () => {
    const unknown = modelRecord('a/three');
    expect(withLanguages(unknown)).toBe(unknown);
    const elsewhere = modelRecord('a/one', {}, 'ollama');
    expect(withLanguages(elsewhere)).toBe(elsewhere);
  });

  it('refuses a source that is not listed', () => {
    expect(() => languagesOf([file('gone', {})], SOURCES)).toThrow('languages/gone.yaml: no source gone');
  });
});
