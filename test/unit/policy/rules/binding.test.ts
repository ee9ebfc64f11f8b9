import { describe, expect, it } from 'vitest';
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
    expect(severity('bedrock', policy, rule)).toBe('information');
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
