import { describe, expect, it } from 'vitest';
import { withDayOfCreation } from '../../../src/catalog-tool/dayOfCreation';
import { modelRecord } from '../../support/catalog';

describe('the day on which a repository was created', () => {
  const created = { title: '', url: null, license: null, date: '2025-01-26', kind: 'own-card' } as const;
  const sources = { hub: { ...created, daysOfCreation: true }, card: created } as const;
  const original = {
    ...modelRecord('acme/model', { released: '2025-09-24' }),
    sources: [{ source: 'hub', date: '2025-01-26', confidence: 'high', facts: ['id', 'released'] }],
  } as const;

  it('is called what it is, in the evidence as well', () => {
    expect(withDayOfCreation(original, sources)).toMatchObject({
      released: null,
      created: '2025-09-24',
      sources: [{ facts: ['id', 'created'] }],
    });
  });

  it('is no day of a re-packed copy', () => {
    expect(withDayOfCreation({ ...original, copyOf: 'acme/base' }, sources)).toMatchObject({
      released: null,
      created: null,
      sources: [{ facts: ['id'] }],
    });
  });

  it('stays that of a release where a source tells it, before the Hub counted, and beside the Hub', () => {
    const told = {
      ...original,
      sources: [...original.sources, { ...original.sources[0], source: 'card' }],
    };
    expect(withDayOfCreation(told, sources)).toBe(told);
    const before = { ...original, released: '2019-11-05' };
    expect(withDayOfCreation(before, sources)).toBe(before);
    const served = { ...original, registry: 'voyage' } as const;
    expect(withDayOfCreation(served, sources)).toBe(served);
  });
});
