import { describe, expect, it } from 'vitest';
import {
  auditEntries,
  entryMatches,
  groupEntries,
  GROUPINGS,
  type AuditEntry,
} from '../../../src/core/audit/entries';
import type { AuditResult } from '../../../src/core/audit/result';
import type { Service } from '../../../src/core/lookup/service';
import { message } from '../../../src/core/message';
import type { Model } from '../../../src/core/model';
import type { Finding } from '../../../src/core/policy/finding';
import type { ModelReference } from '../../../src/core/reference';
import type { Severity } from '../../../src/core/vocabulary';

const LICENSE = {
  key: 'apache-2.0',
  spdx: 'Apache-2.0',
  name: 'Apache License 2.0',
  url: null,
  category: 'permissive',
  commercialUse: 'yes',
} as const;

function model(
  id: string,
  countries: readonly (string | null)[],
  license: Model['license']['declared'] = LICENSE,
): Model {
  return {
    id,
    name: id,
    registry: 'huggingface',
    aliases: [],
    publisher: null,
    openness: { level: 'open-weights', components: {} },
    origin: countries.map((country) => ({ model: id, organization: null, country })),
    license: { declared: license, effective: license },
    lineage: [],
    task: null,
    parameters: null,
    released: null,
    gated: null,
    status: { state: 'active' },
    copyOf: null,
    contradictions: [],
    evidence: [],
  };
}

function reference(id: string): ModelReference {
  return {
    range: { start: 0, end: id.length },
    text: id,
    id,
    registry: 'huggingface',
    role: 'loads',
    host: 'self',
    context: 'product',
    why: [],
    where: 'code',
    confidence: 'high',
    evidence: [],
    model: id,
  };
}

function finding(rule: string, severity: Severity, about?: ModelReference): Finding {
  return {
    rule,
    severity,
    range: { start: 0, end: 1 },
    message: message('{0}', rule),
    model: about?.id ?? null,
    ...(about && { reference: about }),
  };
}

const place = { folder: 0, path: 'a.py', span: { line: 1, column: 1, endLine: 1, endColumn: 5 } };
const qwen = reference('Qwen/Qwen3-8B');
const llama = reference('meta-llama/Llama-3.1-8B');
const secret = reference('acme/secret');

const result: AuditResult = {
  references: [
    { ...place, reference: qwen, model: 'Qwen/Qwen3-8B' },
    { ...place, path: 'b.py', reference: llama, model: 'meta-llama/Llama-3.1-8B' },
    { ...place, path: 'c.py', reference: secret, model: null },
  ],
  findings: [
    { ...place, finding: finding('origin/warned', 'warning', qwen) },
    { ...place, finding: finding('license/denied', 'error', qwen) },
    { ...place, path: '.model-policy.yaml', finding: finding('policy/unused-exception', 'information') },
  ],
  runtimeChoices: [
    {
      ...place,
      path: 'd.py',
      choice: { range: { start: 0, end: 1 }, loader: 'load', expression: 'args.model' },
    },
  ],
  models: [model('Qwen/Qwen3-8B', ['CN']), model('meta-llama/Llama-3.1-8B', ['US', null, 'US'], null)],
  policies: [],
  stats: {
    filesScanned: 4,
    bytesScanned: 9,
    filesSkipped: [],
    filesPartlyRead: [],
    complete: true,
    canceled: false,
  },
  ledger: [],
} as unknown as AuditResult;

const entries = auditEntries(result);
const labels = (grouping: (typeof GROUPINGS)[number]): [string, number][] =>
  groupEntries(entries, grouping).map(({ label, entries: rows }) => [
    typeof label === 'string' ? label : label.template,
    rows.length,
  ]);

describe('auditEntries', () => {
  it('gives each reference one row with all its findings, and a row to what is about no reference', () => {
    expect(entries.map(({ kind, name, findings }) => [kind, name, findings.length])).toEqual([
      ['model', 'Qwen/Qwen3-8B', 2],
      ['model', 'meta-llama/Llama-3.1-8B', 0],
      ['model', 'acme/secret', 0],
      ['policy', 'policy/unused-exception', 1],
      ['runtime', 'args.model', 0],
    ]);
  });

  it('takes the severest of the findings', () => {
    expect(entries.map(({ severity }) => severity)).toEqual([
      'error',
      undefined,
      undefined,
      'information',
      undefined,
    ]);
  });
});

describe('groupEntries', () => {
  it('puts every row into a group, whatever the grouping', () => {
    for (const grouping of GROUPINGS)
      expect(new Set(groupEntries(entries, grouping).flatMap((group) => group.entries)).size, grouping).toBe(
        entries.length,
      );
  });

  it('says how open a model is in words that can be translated', () => {
    expect(labels('openness')).toContainEqual(['open weights', 2]);
  });

  it('keeps what is not known apart from what has no finding', () => {
    expect(labels('outcome')).toEqual([
      ['Errors', 1],
      ['Information', 1],
      ['No finding', 1],
      ['Chosen when the program runs', 1],
      ['Not known', 1],
    ]);
  });

  it('shows a row under each of its rules', () => {
    expect(labels('rule')).toEqual([
      ['license/denied', 1],
      ['origin/warned', 1],
      ['policy/unused-exception', 1],
      ['No finding', 3],
    ]);
  });

  it('calls a license that is not known not known, not absent', () => {
    expect(labels('license')).toEqual([
      ['apache-2.0', 1],
      ['The policy itself', 1],
      ['Chosen when the program runs', 1],
      ['Not known', 2],
    ]);
  });

  it('tells who runs it from who made it, and a mention from a use', () => {
    const groq = {
      host: 'groq',
      name: 'Groq',
      operator: { id: 'groq', name: 'Groq, Inc.', country: 'US' },
      region: 'EU',
    } as Service;
    const rows = auditEntries({
      ...result,
      references: [
        { ...place, reference: qwen, model: 'Qwen/Qwen3-8B', service: undefined },
        { ...place, reference: { ...qwen, role: 'calls', host: 'groq' }, model: qwen.id, service: groq },
        { ...place, reference: { ...qwen, role: 'calls', host: null }, model: qwen.id, service: undefined },
        { ...place, reference: { ...qwen, role: 'mentions' }, model: qwen.id, service: undefined },
      ],
      findings: [],
    });
    expect(
      groupEntries(rows, 'host').map(({ label }) => (typeof label === 'string' ? label : label.template)),
    ).toEqual([
      'Groq',
      'Only named, not used',
      'Chosen when the program runs',
      "This project's own machines",
      'Not known',
    ]);
    const called = rows[1] as AuditEntry;
    for (const text of ['groq, inc', 'us', 'eu']) expect(entryMatches(called, text)).toBe(true);
  });

  it('names each country of a lineage once', () => {
    expect(labels('origin').map(([label]) => label)).toEqual([
      'CN',
      'The policy itself',
      'US',
      'Chosen when the program runs',
      'Not known',
    ]);
  });
});

describe('entryMatches', () => {
  const first = entries[0] as AuditEntry;
  it.each(['qwen', 'APACHE', 'cn', 'license/den', 'warning', 'a.py', ' open-weights '])(
    'finds %s in the row of the first model',
    (text) => {
      expect(entryMatches(first, text)).toBe(true);
    },
  );

  it('does not find what the row does not show', () => {
    expect(entryMatches(first, 'llama')).toBe(false);
  });
});
