import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/core/policy/finding';
import { render as english } from '../../../../src/core/message';
import type { LicenseRecord } from '../../../../src/core/catalog/records';
import type { Hit, Subject } from '../../../../src/core/policy/rule';
import { bindingTerms, mayRunIt, noGraver, severityUnbound } from '../../../../src/core/policy/rules/binding';
import { TEST_CATALOG } from '../../../support/catalog';
import { findingOf, judged } from '../support';

const LARGE = 'mistralai/Mistral-Large-Instruct-2407';

describe('terms of weights that others run', () => {
  const severity = (host: string, policy: string, rule: string): string =>
    findingOf(judged(LARGE, policy, { role: 'calls', reference: { host } }), rule).severity;

  it.each([
    ['license/denied', 'licenses: { deny: ["category:non-commercial"] }'],
    ['license/warned', 'licenses: { warn: ["category:non-commercial"] }'],
    ['license/non-commercial', 'use: { purpose: commercial }'],
  ])('are a hint at the service of who published them, and information at another: %s', (rule, policy) => {
    expect(severity('mistral', policy, rule)).toBe('hint');
    expect(severity('fireworks', policy, rule)).toBe('information');
    expect(severity('bedrock', policy, rule)).toBe('information');
  });
});

describe('terms of weights to which a service holds its callers', () => {
  const LLAMA_4 = 'meta-llama/Llama-4-Scout-17B-16E-Instruct';
  const IN_GERMANY = 'use: { purpose: commercial, distribution: service, seat: DE, regions: [EU] }';
  const called = (host: string, policy: string, model = LLAMA_4): readonly Finding[] =>
    judged(model, policy, { role: 'calls', reference: { host } });
  const texts = (findings: readonly Finding[]): readonly string[] =>
    findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${english(message)}`);

  it('speak for the call as well, and nothing beside says that they do not', () => {
    expect(texts(called('bedrock', IN_GERMANY))).toEqual([
      'information license/region: meta-llama/Llama-4-Scout-17B-16E-Instruct is not licensed in DE (Llama 4 Community License Agreement); the terms of Amazon Bedrock hold callers to that license',
    ]);
    expect(texts(called('fireworks', IN_GERMANY))).toEqual([
      expect.stringMatching(/^information license\/region: The weights .* that runs them decide/),
    ]);
  });

  it.each([
    [
      'license/threshold',
      'information',
      'use: { purpose: commercial, monthlyActiveUsers: 800_000_000 }',
      LLAMA_4,
    ],
    ['license/non-commercial', 'information', 'use: { purpose: commercial }', LARGE],
    ['license/denied', 'information', 'licenses: { deny: [llama4] }', LLAMA_4],
    ['license/denied', 'information', 'licenses: { allow: [apache-2.0] }', LLAMA_4],
    ['license/warned', 'information', 'licenses: { warn: [llama4] }', LLAMA_4],
  ])('are told by %s as %s under %s', (rule, severity, policy, model) => {
    const found = findingOf(called('bedrock', policy, model), rule);
    expect(found.severity).toBe(severity);
    expect(english(found.message)).toMatch(/; the terms of Amazon Bedrock hold callers to that license$/);
    expect(called('bedrock', policy, model).map((one) => english(one.message))).not.toContainEqual(
      expect.stringContaining('terms of the service that runs them decide'),
    );
  });

  it('are information where it stays open whether they are met', () => {
    const severity = (policy: string, rule: string): string =>
      findingOf(called('bedrock', policy, LARGE), rule).severity;
    expect(severity('version: 1', 'license/non-commercial')).toBe('information');
    expect(severity('use: { trainsOnOutputs: true }', 'license/output-training')).toBe('information');
  });
});

describe('a model of which nothing is known', () => {
  const severity = (host: string, role: 'calls' | 'loads', unknown = 'error'): string =>
    findingOf(
      judged('nobody/nothing-7b', `licenses: { unknown: ${unknown} }`, { role, reference: { host } }),
      'license/unknown',
    ).severity;

  it('is a hint at a service for models of others, and as the policy says everywhere else', () => {
    expect(severity('groq', 'calls', 'warning')).toBe('hint');
    expect(severity('bedrock', 'calls')).toBe('hint');
    expect(severity('mistral', 'calls')).toBe('error');
    expect(severity('llm.example.com', 'calls')).toBe('error');
    expect(severity('self', 'loads')).toBe('error');
  });

  it('is none at such a service whose terms nobody read, where nothing unknown may pass', () => {
    expect(severity('groq', 'calls')).toBe('error');
  });
});

const WEIGHTS = { key: 'llama4', category: 'community-restricted' } as unknown as LicenseRecord;
const CONTRACT = { key: 'makers-terms', category: 'proprietary-api' } as unknown as LicenseRecord;
const subjectOf = (facts: object): Subject =>
  ({ context: { catalog: TEST_CATALOG }, ...facts }) as unknown as Subject;

describe('what binds in the place of a license', () => {
  const TERMS = { key: 'hosts-terms', verification: 'verified', commercialUse: 'yes' };
  const service = (terms: object, passesOn = false): object => ({
    relation: 'calls',
    service: { passesOn, terms },
  });

  it.each([
    ['the license where weights are loaded', WEIGHTS, { relation: 'loads' }, 'llama4'],
    ['nothing where they are called', WEIGHTS, { relation: 'calls' }, undefined],
    [
      "the maker's contract where nothing is known of a host",
      CONTRACT,
      { relation: 'calls' },
      'makers-terms',
    ],
    ['the terms of the host', CONTRACT, service(TERMS), 'hosts-terms'],
    ["but not where they pass the maker's on", CONTRACT, service(TERMS, true), 'makers-terms'],
    [
      'nor where they hold callers to those of the model',
      CONTRACT,
      service({ ...TERMS, modelTerms: {} }),
      'makers-terms',
    ],
    [
      'nor where nobody read them',
      CONTRACT,
      service({ ...TERMS, verification: 'unverified' }),
      'makers-terms',
    ],
    [
      'nor where they leave commercial use open',
      CONTRACT,
      service({ ...TERMS, commercialUse: 'unknown' }),
      'makers-terms',
    ],
    ['nor where nothing is called', CONTRACT, { ...service(TERMS), relation: 'loads' }, 'makers-terms'],
  ])('is %s', (_, license, facts, key) => {
    expect(bindingTerms(license, subjectOf(facts))?.key).toBe(key);
  });
});

describe('how grave it is that terms of weights are broken that do not bind', () => {
  const by = (publisher: string, host?: string): Subject =>
    subjectOf({ relation: 'calls', host, model: { publisher: { id: publisher } } });

  it.each([
    ['a warning where the project may run them itself', by('mistral-ai'), 'warning'],
    ['a hint at who published them', by('mistral-ai', 'mistral'), 'hint'],
    ['information at another', by('meta', 'mistral'), 'information'],
    ['information at a host that nobody knows', by('meta', 'llm.example.com'), 'information'],
    [
      'information where nobody knows who published them',
      subjectOf({ relation: 'calls', host: 'mistral', model: {} }),
      'information',
    ],
    [
      'information where nothing is known of the model',
      subjectOf({ relation: 'calls', host: 'mistral' }),
      'information',
    ],
    [
      'information at an unknown host for an unknown model',
      subjectOf({ relation: 'calls', host: 'llm.example.com' }),
      'information',
    ],
  ])('is %s', (_, subject, severity) => expect(severityUnbound(subject)).toBe(severity));

  it('is told of who may run them only where something is called', () => {
    expect(mayRunIt(subjectOf({ relation: 'calls' }))).toBe(true);
    expect(mayRunIt(subjectOf({ relation: 'calls', host: 'groq' }))).toBe(false);
    expect(mayRunIt(subjectOf({ relation: 'loads' }))).toBe(false);
  });

  it.each<readonly [license: LicenseRecord, told: string | undefined, severity: string | undefined]>([
    [WEIGHTS, undefined, 'information'],
    [WEIGHTS, 'error', 'information'],
    [WEIGHTS, 'information', 'information'],
    [WEIGHTS, 'hint', 'hint'],
    [CONTRACT, undefined, undefined],
    [CONTRACT, 'error', 'error'],
  ])('is no graver than what is told of them anyway: %j, %s', (license, told, severity) => {
    const hit = { ...(told !== undefined && { severity: told }) } as unknown as Hit;
    const found = noGraver(hit, license, by('meta', 'mistral'));
    expect(found.severity).toBe(severity);
    expect(found === hit).toBe(told === severity);
  });
});
