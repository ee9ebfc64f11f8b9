import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/core/policy/finding';
import { render as english } from '../../../../src/core/message';
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
