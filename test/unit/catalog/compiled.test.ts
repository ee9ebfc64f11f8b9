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

  it('keeps of a day whether it is that of a release or of a repository', () => {
    const told = (fact: string) => [
      { source: 'hub', date: '2026-11-30', confidence: 'high', facts: [fact] } as const,
    ];
    const models = [
      modelRecord('a/one', { created: '2025-04-27', sources: told('created') }),
      modelRecord('a/two', { released: '2025-04-28', sources: told('released') }),
      modelRecord('a/zero', {}),
    ];
    const days = decodeCatalog(encodeCatalog(testRecords(models))).models.map(({ released, created }) => [
      released,
      created,
    ]);
    expect(days).toEqual([
      [null, '2025-04-27'],
      ['2025-04-28', null],
      [null, null],
    ]);
  });

  it('is refused where another part is missing', () => {
    expect(() => decodeCatalog(text.split('\n').slice(0, 5).join('\n')).models).toThrow();
  });
});
