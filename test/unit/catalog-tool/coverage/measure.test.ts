import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../../src/catalog-tool/coverage/command';
import { coverageOf, knownOf } from '../../../../src/catalog-tool/coverage/measure';
import type { PackageList } from '../../../../src/catalog-tool/coverage/packageLists';
import { createLookup } from '../../../../src/core';
import { TEST_CATALOG as catalog } from '../../../support/catalog';

const from = { catalog, lookup: createLookup(catalog) };
const list = (...ids: readonly string[]): PackageList => ({
  package: 'list',
  version: '1.0.0',
  isCurrent: true,
  names: ids.map((id) => ({ host: 'openai', id })),
});

describe('what is known of hosted names', () => {
  it('does not count a status that no calendar tells', () => {
    const known = knownOf(from, { host: 'openai', id: 'gpt-4o' });
    expect(known).toMatchObject({ publisher: true, country: true, terms: true });
    expect(known.status).toBe(catalog.service('openai', 'gpt-4o') !== undefined);
    expect(knownOf(from, { host: 'nowhere', id: 'nothing' })).toEqual({
      publisher: false,
      country: false,
      terms: false,
      status: false,
      full: false,
    });
  });

  it('is counted by list, and each name at a host once for all of them', () => {
    const [one, two, all] = coverageOf(from, [list('gpt-4o', 'nothing'), list('gpt-4o')]);
    expect([one?.names, two?.names, all?.names]).toEqual([2, 1, 2]);
    expect(one?.facts.publisher).toBe(1);
    expect(tableOf(one === undefined ? [] : [one])[1]).toMatch(/^list 1\.0\.0 +2 +50\.0 % +50\.0 %/);
  });
});
