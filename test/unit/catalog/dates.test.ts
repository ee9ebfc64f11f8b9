import { describe, expect, it } from 'vitest';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled';
import { createCatalog } from '../../../src/core/catalog/createCatalog';
import { catalogDates } from '../../../src/core/catalog/dates';
import type { CatalogRecords, LicenseRecord, Source } from '../../../src/core/catalog/records';
import { modelRecord } from '../../support/catalog';
import { hostRecord, service } from '../../support/hosts';

const source = (date: string): Source => ({ source: 'card', date, facts: ['license'], confidence: 'high' });
const page = (read: string) => ({ url: 'https://host.example', read });
const NOTHING: CatalogRecords = {
  date: '2026-12-01',
  models: [],
  licenses: [],
  organizations: [],
  families: [],
  hosts: [],
  familyNames: { families: [] } as unknown as CatalogRecords['familyNames'],
  sources: {},
};
const RECORDS: CatalogRecords = {
  ...NOTHING,
  models: [
    modelRecord('acme/one', { sources: [source('2026-03-01'), source('2026-05-01')] }),
    modelRecord('acme/two', { sources: [source('2026-04-01')] }),
  ],
  licenses: [
    {
      key: 'mit',
      aliases: [],
      spdx: null,
      evidence: [{ source: 'text', date: '2026-06-01' }],
    } as unknown as LicenseRecord,
  ],
  hosts: [
    hostRecord('acme', {
      sources: [page('2026-01-01')],
      names: [service('one', { source: page('2026-02-01') })],
    }),
  ],
};
const DATES = { models: '2026-05-01', services: '2026-02-01', licenses: '2026-06-01' };

describe('the dates of the parts of a catalog', () => {
  it('are those of the newest thing in each', () => {
    expect(catalogDates(RECORDS)).toEqual(DATES);
    expect(catalogDates(NOTHING)).toEqual({ models: '', services: '', licenses: '' });
  });

  it('count a rule of a family as what it tells of: models', () => {
    const rule = {
      id: 'acme-x',
      registry: 'huggingface',
      match: 'acme/x-*',
      except: [],
      publisher: 'acme',
      license: 'mit',
      openness: null,
      sources: [source('2026-07-01')],
    } as const;
    expect(catalogDates({ ...RECORDS, families: [rule] }).models).toBe('2026-07-01');
  });

  it('are the same in the records and in the compiled form', () => {
    expect(createCatalog(RECORDS).dates).toEqual(DATES);
    expect(decodeCatalog(encodeCatalog(RECORDS)).dates).toEqual(DATES);
  });
});
