import { describe, expect, it } from 'vitest';
import { checkHosts } from '../../../src/catalog-tool/check/checkHosts';
import type { CatalogRecords } from '../../../src/core/catalog/records';
import { hostRecord, MISTRAL, readHost as read, service } from '../../support/hosts';
import { MODELS, ORGANIZATIONS } from '../../support/catalog';

describe('checkHosts', () => {
  const records = (hosts: CatalogRecords['hosts']): CatalogRecords => ({
    date: '2026-11-27',
    models: MODELS,
    licenses: [],
    organizations: ORGANIZATIONS,
    families: [],
    familyNames: { hints: [], unrelated: [] },
    hosts,
    sources: {},
  });

  it('has nothing to say of a sound host', () => {
    expect(checkHosts(records([read(MISTRAL)]))).toEqual([]);
  });

  it('lets an earliest end stand that had only just passed when its page was read', () => {
    const source = { url: 'https://docs.example/models', read: '2026-04-01' };
    const names = [service('x', { endsNotBefore: '2026-01-01', source })];
    expect(checkHosts(records([hostRecord('a', { names })]))).toEqual([]);
  });

  it.each([
    ['organization', hostRecord('a', { operator: 'nobody' })],
    ['organization', hostRecord('a', { fallback: [{ prefix: 'x', publisher: 'nobody' }] })],
    ['license', hostRecord('a', { terms: 'no-such-terms' })],
    ['stands twice', hostRecord('a', { names: [service('x'), service('y', { aliases: ['X'] })] })],
    ['has no record', hostRecord('a', { names: [service('x', { model: 'nobody/nothing' })] })],
    ['active and yet ends', hostRecord('a', { names: [service('x', { endsOn: '2026-01-01' })] })],
    [
      'says nothing of its end',
      hostRecord('a', {
        names: [
          service('x', {
            endsNotBefore: '2026-01-01',
            source: { url: 'https://docs.example/models', read: '2026-04-02' },
          }),
        ],
      }),
    ],
    ['its own successor', hostRecord('a', { names: [service('x', { successor: 'x' })] })],
    [
      'has ended itself',
      hostRecord('a', {
        names: [service('x', { successor: 'Y', status: 'retired' }), service('y', { status: 'retired' })],
      }),
    ],
    ['is the address of', hostRecord('a', { endpoints: ['a.example', 'a.example'] })],
  ])('says what is wrong: %s', (problem, host) => {
    expect(checkHosts(records([host]))).toEqual([expect.stringContaining(problem)]);
  });
});
