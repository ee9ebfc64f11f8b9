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
      (id) => modelRecord(id),
    );
    expect(model?.released).toBe('2021-11');
    expect(model?.sources).toEqual([
      { source: 'the publisher', date: '2022-02-21', facts: ['released'], confidence: 'high' },
    ]);
  });
});
