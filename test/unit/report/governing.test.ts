import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/core/report/csv';
import {
  governingCategory,
  governingOf,
  governingText,
  governingUse,
} from '../../../src/core/report/governing';
import { toHtml } from '../../../src/core/report/html';
import { toJsonLines, type UseLine } from '../../../src/core/report/jsonLines';
import { ENGLISH } from '../../../src/core/report/language';
import { toMarkdown } from '../../../src/core/report/markdown';
import { OrganizationTally, organizationCsv } from '../../../src/core/report/organization';
import { downstreamSheet } from '../../../src/core/report/regulatorySheets';
import { toTable } from '../../../src/core/report/table';
import type { AuditReport, ReportedReference } from '../../../src/core/report/auditReport';
import { joined } from '../../support/joined';
import { APACHE, model, reference, report, service } from './sample';

const OPEN = 'acme/open';
const API = 'gpt-9';
const ofApi = { ...APACHE, key: 'openai-terms', category: 'proprietary-api' as const };

/** One model at places that do something with it, each as its role and host. */
function used(
  id: string,
  ...uses: readonly (readonly [ReportedReference['role'], string | null])[]
): AuditReport {
  const references = uses.map(([role, host], index) => reference('a.py', index + 1, id, { role, host }));
  const places = references.filter(({ role }) => role === 'calls');
  const at = (host: string) => ({
    id,
    model: id,
    host,
    places: places.filter((place) => place.host === host),
  });
  return report({
    references,
    models: [
      model(id, id === API ? { license: { declared: ofApi, effective: ofApi } } : { released: '2024-01-01' }),
    ],
    services: [
      service(id, { ...at('openai'), commercialUse: 'yes' }),
      service(id, { ...at('azure'), terms: 'microsoft-terms', commercialUse: 'conditional' }),
      service(id, { ...at('nobody'), terms: null, termsName: null }),
    ].filter(({ places: called }) => called.length > 0),
  });
}

describe('what decides about a model', () => {
  it.each<readonly [string, AuditReport, string, string, string]>([
    ['weights', used(OPEN, ['loads', 'self']), 'apache-2.0', 'permissive', 'yes'],
    ['a mention', used(OPEN, ['mentions', 'self']), 'apache-2.0', 'permissive', 'yes'],
    ['a call of its own server', used(OPEN, ['calls', 'self']), 'apache-2.0', 'permissive', 'yes'],
    [
      'a call',
      used(OPEN, ['calls', 'azure']),
      'microsoft-terms; weights: apache-2.0',
      'proprietary-api',
      'conditional',
    ],
    [
      'weights and calls',
      used(OPEN, ['calls', 'azure'], ['loads', 'self']),
      'microsoft-terms; weights: apache-2.0',
      'permissive',
      'conditional',
    ],
    [
      'calls at two hosts',
      used(API, ['calls', 'openai'], ['calls', 'azure'], ['mentions', 'self']),
      'microsoft-terms, openai-terms',
      'proprietary-api',
      'conditional',
    ],
    ['a call at its maker', used(API, ['calls', 'openai']), 'openai-terms', 'proprietary-api', 'yes'],
    [
      'a call under terms of which none are recorded',
      used(API, ['calls', 'nobody']),
      'no terms recorded',
      'unknown',
      'unknown',
    ],
    [
      'a call at a host of which nothing is told',
      used(OPEN, ['calls', 'elsewhere']),
      'no terms recorded; weights: apache-2.0',
      'unknown',
      'unknown',
    ],
    [
      'a call that the project may answer itself',
      used(OPEN, ['calls', null]),
      'apache-2.0',
      'permissive',
      'yes',
    ],
  ])('%s', (_, of, text, category, use) => {
    const [known = model('x')] = of.models;
    const governing = governingOf(of)(of.references);
    expect(governingText({ model: known }, governing, ENGLISH)).toBe(text);
    expect(governingCategory({ model: known }, governing)).toBe(category);
    expect(governingUse(known, governing)).toBe(use);
  });

  it('of commercial use is the license as well where the terms hold callers to it', () => {
    const { references, services = [] } = used(OPEN, ['calls', 'openai']);
    const license = { ...APACHE, key: 'cc-by-nc-4.0', commercialUse: 'no' as const };
    const known = model(OPEN, { license: { declared: license, effective: license } });
    const useOf = (holds: object) => {
      const of = report({
        references,
        models: [known],
        services: services.map((one) => ({ ...one, ...holds })),
      });
      const [, row = ''] = joined(toCsv(of)).split('\r\n');
      return [governingUse(known, governingOf(of)(references)), /,proprietary-api,(\w+),/.exec(row)?.[1]];
    };
    expect(useOf({})).toEqual(['yes', 'yes']);
    expect(useOf({ holdsToLicense: true })).toEqual(['no', 'no']);
  });

  it('is the license in a report of an earlier version, which tells of no service', () => {
    const { references } = used(OPEN, ['calls', 'azure']);
    expect(governingOf({})(references)).toEqual({ byLicense: true, terms: [] });
  });

  it('is the same on every surface', () => {
    const of = used(OPEN, ['calls', 'azure']);
    const text = 'microsoft-terms; weights: apache-2.0';
    const lines = [...toJsonLines(of, 'p')].map((line) => JSON.parse(line) as UseLine);
    const tally = new OrganizationTally();
    for (const line of lines) tally.add(line);
    for (const page of [
      toTable(of),
      toMarkdown(of),
      toHtml(of, 'p'),
      downstreamSheet(of, ENGLISH).join('\n'),
      joined(organizationCsv(tally)),
    ])
      expect(page).toContain(text);
    expect(lines[0]).toMatchObject({ terms: 'microsoft-terms', license: 'apache-2.0' });
    expect(tally.tables().licenses).toEqual([['microsoft-terms', 1, 1]]);
    expect(joined(toCsv(of))).toContain(',apache-2.0,microsoft-terms,proprietary-api,conditional,');
  });

  it('is by place in tables by row', () => {
    const of = used(OPEN, ['calls', 'nobody'], ['loads', 'self']);
    const [, called = '', loaded = ''] = joined(toCsv(of)).split('\r\n');
    expect(called).toContain(',apache-2.0,unknown,unknown,unknown,');
    expect(loaded).toContain(',apache-2.0,apache-2.0,permissive,yes,');
    const lines = [...toJsonLines(of, 'p')].map((line) => JSON.parse(line) as UseLine);
    expect(lines.map(({ terms }) => terms)).toEqual([null, undefined]);
  });
});
