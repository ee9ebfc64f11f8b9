import type { HostRecord, ServiceRecord } from '../../src/core/catalog/hostRecords';

/** Hosts for tests: each made up to have one property. */

const SOURCE = { url: 'https://example.org/deprecations', read: '2026-11-01' };

export function service(id: string, facts: Partial<Omit<ServiceRecord, 'id'>> = {}): ServiceRecord {
  return {
    id,
    aliases: [],
    model: null,
    status: 'active',
    endsOn: null,
    endsNotBefore: null,
    deprecatedOn: null,
    successor: null,
    note: null,
    source: SOURCE,
    ...facts,
  };
}

export function hostRecord(id: string, facts: Partial<Omit<HostRecord, 'id'>> = {}): HostRecord {
  return {
    id,
    name: null,
    operator: null,
    terms: null,
    words: [],
    endpoints: [],
    regions: { from: 'unknown', places: {} },
    resells: [],
    names: [],
    fallback: [],
    sources: [SOURCE],
    ...facts,
  };
}
