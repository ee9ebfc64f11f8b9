import { describe, expect, it } from 'vitest';
import { settle } from '../../../src/catalog-tool/settled';
import { modelRecord } from '../../support/catalog';

describe('a settled fact', () => {
  it('corrects the day on which a list has a model', () => {
    const listed = modelRecord('acme/old', {
      released: '2024-09-10',
      sources: [{ source: 'a list', date: '2026-08-19', facts: ['released'], confidence: 'low' }],
    });
    const [model] = settle(
      [listed],
      [{ models: ['acme/old'], released: '2021-11', source: 'the publisher', date: '2022-02-21' }],
      { unlisted: (id) => modelRecord(id) },
    );
    expect(model?.released).toBe('2021-11');
    expect(model?.sources).toEqual([
      { source: 'the publisher', date: '2022-02-21', facts: ['released'], confidence: 'high' },
    ]);
  });

  it.each([
    ['github:people/overview@903d9db README.md', 'acme/model', 'medium'],
    ['https://github.com/people/overview/blob/903d9db/README.md', 'acme/model', 'medium'],
    // The publisher's own.
    ['github:people/overview@903d9db README.md', 'People/model', 'high'],
    ['github:people/overview@903d9db README.md', 'overview-key/model', 'high'],
    ['github:acme/model@903d9db LICENSE', 'acme/model', 'high'],
    ['github:acme/cards@903d9db cards.json', 'acme/model', 'high'],
  ] as const)('that %s tells of the license of %s has a confidence that is %s', (source, id, confidence) => {
    const list = { title: 'An overview', license: null, date: '2026-08-22' };
    const [model] = settle(
      [],
      [{ models: [id], license: 'gemma', lineage: [], source, date: '2026-08-22' }],
      {
        unlisted: (name) => modelRecord(name, { sources: [] }),
        sources: {
          'overview-key': { ...list, url: 'https://github.com/people/overview', kind: 'curated' },
          cards: { ...list, url: 'https://github.com/acme/cards', kind: 'own-card' },
        },
      },
    );
    const of = (fact: string) => model?.sources.find(({ facts }) => facts.includes(fact))?.confidence;
    expect([of('license'), of('lineage')]).toEqual([confidence, 'high']);
  });
});
