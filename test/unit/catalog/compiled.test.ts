import { describe, expect, it } from 'vitest';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled';
import { modelRecord, testRecords } from '../../support/catalog';

describe('a compiled catalog', () => {
  const text = encodeCatalog(
    testRecords([modelRecord('a/one', { languages: ['de', 'en'] }), modelRecord('a/two', { gated: true })]),
  );
  const languages = (compiled: string) => decodeCatalog(compiled).models.map((model) => model.languages);

  it('keeps the languages of a model, and that none are known', () => {
    expect(languages(text)).toEqual([['de', 'en'], null]);
  });

  it('is refused where another part is missing', () => {
    expect(() => decodeCatalog(text.split('\n').slice(0, 5).join('\n')).models).toThrow();
  });
});
