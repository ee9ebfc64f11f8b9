import { parse } from 'yaml';
import { hostOfEntry } from '../../src/core/layer/hostEntry';
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

/** A host as people write it. */
export const MISTRAL = `
id: mistral
operator: mistral-ai
terms: null
endpoints: [api.mistral.ai]
regions: { from: operator }
sources: [{ url: "https://docs.example/models", read: "2026-11-27" }]
names:
  codestral-2405: { status: retired, endsOn: "2025-06-16", successor: codestral-2501, source: "https://docs.example/models" }
  codestral-2501: { status: deprecated, source: "https://docs.example/news 2026-11-20" }
  codestral-2508: {}
`;

/** Its record. */
export function readHost(text: string): HostRecord {
  return hostOfEntry('hosts/x.yaml', parse(text));
}
