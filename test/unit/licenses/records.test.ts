import { describe, expect, it } from 'vitest';
import type { LicenseRecord } from '../../../src/core/catalog/records';
import { CATALOG, LICENSES } from './support';

/** The license keys of the Hub: huggingface/hub-docs@242f4a1 (2026-08-22), docs/hub/repositories-licenses.md. */
const HUB_KEYS = [
  'apache-2.0',
  'mit',
  'openrail',
  'bigscience-openrail-m',
  'creativeml-openrail-m',
  'bigscience-bloom-rail-1.0',
  'bigcode-openrail-m',
  'afl-3.0',
  'artistic-2.0',
  'bsl-1.0',
  'bsd',
  'bsd-2-clause',
  'bsd-3-clause',
  'bsd-3-clause-clear',
  'c-uda',
  'cc',
  'cc0-1.0',
  'cc-by-2.0',
  'cc-by-2.5',
  'cc-by-3.0',
  'cc-by-4.0',
  'cc-by-sa-3.0',
  'cc-by-sa-4.0',
  'cc-by-nc-2.0',
  'cc-by-nc-3.0',
  'cc-by-nc-4.0',
  'cc-by-nd-4.0',
  'cc-by-nc-nd-3.0',
  'cc-by-nc-nd-4.0',
  'cc-by-nc-sa-2.0',
  'cc-by-nc-sa-3.0',
  'cc-by-nc-sa-4.0',
  'cdla-sharing-1.0',
  'cdla-permissive-1.0',
  'cdla-permissive-2.0',
  'wtfpl',
  'ecl-2.0',
  'epl-1.0',
  'epl-2.0',
  'etalab-2.0',
  'eupl-1.1',
  'eupl-1.2',
  'agpl-3.0',
  'gfdl',
  'gpl',
  'gpl-2.0',
  'gpl-3.0',
  'lgpl',
  'lgpl-2.1',
  'lgpl-3.0',
  'isc',
  'h-research',
  'intel-research',
  'lppl-1.3c',
  'ms-pl',
  'apple-ascl',
  'apple-amlr',
  'mpl-2.0',
  'odc-by',
  'odbl',
  'openmdw-1.0',
  'openmdw-1.1',
  'openrail++',
  'osl-3.0',
  'postgresql',
  'ofl-1.1',
  'ncsa',
  'unlicense',
  'zlib',
  'pddl',
  'lgpl-lr',
  'deepfloyd-if-license',
  'fair-noncommercial-research-license',
  'llama2',
  'llama3',
  'llama3.1',
  'llama3.2',
  'llama3.3',
  'llama4',
  'grok2-community',
  'gemma',
  'unknown',
  'other',
];

const FAMILY_TAGS = ['cc', 'gpl', 'openrail', 'bsd', 'lgpl', 'gfdl'];

const keysOf = (found: readonly LicenseRecord[]): string[] => found.map((record) => record.key);
const restricts = (record: LicenseRecord, ...names: string[]): boolean =>
  record.restrictions.some((term) => names.includes(term.restriction));

describe('license records', () => {
  it('have unique keys, and no alias that is the key or alias of another', () => {
    const owner = new Map<string, string>();
    const clashes: string[] = [];
    for (const record of LICENSES) {
      for (const name of new Set([record.key, ...record.aliases].map((text) => text.toLowerCase()))) {
        const other = owner.get(name);
        if (other !== undefined) clashes.push(`${name}: ${other}, ${record.key}`);
        owner.set(name, record.key);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('hold every license key of the Hub, exactly', () => {
    expect(HUB_KEYS).toHaveLength(83);
    expect(HUB_KEYS.filter((key) => CATALOG.license(key)?.key !== key)).toEqual([]);
  });

  it('mark the tags that need more than the key', () => {
    expect(FAMILY_TAGS.filter((key) => CATALOG.license(key)?.family !== true)).toEqual([]);
  });

  it('never claim to be verified without a source that was read', () => {
    expect(
      keysOf(LICENSES.filter((record) => record.verification === 'verified' && record.evidence.length === 0)),
    ).toEqual([]);
  });

  it('state the ban that makes a license non-commercial', () => {
    const silent = LICENSES.filter(
      (record) =>
        record.category === 'non-commercial' && !restricts(record, 'non-commercial', 'research-only'),
    );
    expect(keysOf(silent)).toEqual([]);
  });

  it('never say that commerce is allowed where a term bars it', () => {
    const both = LICENSES.filter(
      (record) => record.commercialUse === 'yes' && restricts(record, 'non-commercial', 'research-only'),
    );
    expect(keysOf(both)).toEqual([]);
  });

  it('never call a license with a barred use or person open by the Open Weight Definition', () => {
    const open = LICENSES.filter(
      (record) =>
        record.meets.openWeightDefinition === true &&
        (restricts(record, 'non-commercial', 'research-only', 'no-derivatives', 'no-redistribution') ||
          record.regions.length > 0),
    );
    expect(keysOf(open)).toEqual([]);
  });

  it('say the exact words wherever a display or a name prefix is asked for, but where the words are the name of the model', () => {
    const wordless = LICENSES.filter(
      (record) =>
        record.verification === 'verified' &&
        record.obligations.some(
          (term) =>
            (term.obligation === 'display-phrase' || term.obligation === 'name-prefix') &&
            term.text === undefined &&
            term.note?.startsWith('the name of the model') !== true,
        ),
    );
    expect(keysOf(wordless)).toEqual([]);
  });

  it('name only known licenses as ones that share-alike accepts', () => {
    const unknown = LICENSES.flatMap((record) =>
      record.obligations.flatMap((term) => term.accepts ?? []),
    ).filter((key) => CATALOG.license(key)?.key !== key);
    expect(unknown).toEqual([]);
  });

  it.each([
    ['Apache License 2.0', 'apache-2.0'],
    ['apache-2.0', 'apache-2.0'],
    ['MIT License', 'mit'],
    ['BSD-3-Clause', 'bsd-3-clause'],
    ['bsd-new', 'bsd-3-clause'],
    ['GPL-3.0-only', 'gpl-3.0'],
    ['GPL-3.0-or-later', 'gpl-3.0-plus'],
    ['AGPL-3.0-only', 'agpl-3.0'],
    ['CC-BY-NC-4.0', 'cc-by-nc-4.0'],
    ['CC BY-NC 4.0', 'cc-by-nc-4.0'],
    ['Llama 3.1 Community License', 'llama3.1'],
    ['stable-diffusion-2022-08-22', 'creativeml-openrail-m'],
    ['tongyi-qianwen-license-agreement', 'tongyi-qianwen'],
    ['xai-community', 'grok2-community'],
    ['LicenseRef-openrailpp', 'openrail++'],
    ['mrl', 'mrl-0.1'],
    ['Gemma Terms of Use', 'gemma'],
  ])('are found by other names: %s', (name, key) => {
    expect(CATALOG.license(name)?.key).toBe(key);
  });
});
