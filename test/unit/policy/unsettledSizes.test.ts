import { describe, expect, it } from 'vitest';
import { policyFindings } from '../../../src/core/policy/policyFindings';
import { unsettledSizes } from '../../../src/core/policy/unsettledSizes';
import type { Context, Role } from '../../../src/core/vocabulary';
import { TEST_CATALOG } from '../../support/catalog';
import { contextOf, reference, TODAY, words } from './support';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const KIMI = 'moonshotai/Kimi-K2-Instruct';

function asked(
  policyText: string,
  ids: readonly string[],
  role: Role = 'loads',
  part: Context = 'product',
  host?: string,
) {
  const context = contextOf(policyText);
  const uses = ids.map((id) => ({
    path: 'a.py',
    reference: reference(id, { role, reference: { context: part, ...(host !== undefined && { host }) } }),
    context,
  }));
  const { policy } = context;
  if (policy === undefined) throw new Error('no policy');
  return policyFindings(policy, {
    catalog: TEST_CATALOG,
    used: undefined,
    today: TODAY,
    sizes: unsettledSizes(uses),
  }).map((finding) => `${finding.severity} ${finding.rule} ${finding.range.start}: ${words(finding)}`);
}

describe('the figures that a policy leaves open', () => {
  it('are asked for once, however many models ask, at the place where the policy speaks of its use', () => {
    const text = 'version: 1\nuse: { purpose: commercial }\n';
    expect(asked(text, [LLAMA, KIMI, LLAMA])).toEqual([
      `information license/threshold ${text.indexOf('{')}: State use.annualRevenue.USD, use.monthlyActiveUsers, on which licenses of 2 models have limits: for example use.annualRevenue.USD (${KIMI}: Modified MIT License (Kimi K2)), use.monthlyActiveUsers (${LLAMA}: Llama 3.1 Community License Agreement)`,
    ]);
  });

  it.each([
    ['the figure is stated', 'use: { purpose: commercial, monthlyActiveUsers: 5 }', 'loads'],
    ['nothing is sold', 'use: { purpose: research }', 'loads'],
    ['the model is only called', 'use: { purpose: commercial }', 'calls'],
    ['the model is only listed', 'use: { purpose: commercial }', 'lists'],
    ['the rule is off', 'use: { purpose: commercial }\nrules: { license/threshold: off }', 'loads'],
  ] as const)('are not asked for where %s', (_, policy, role) => {
    expect(asked(`version: 1\n${policy}\n`, [LLAMA], role)).toEqual([]);
  });

  it('are not asked for where only the terms of a service hold its callers to the license', () => {
    const text = 'version: 1\nuse: { purpose: commercial }\n';
    for (const host of ['bedrock', 'fireworks'])
      expect(asked(text, [LLAMA], 'calls', 'product', host)).toEqual([]);
  });

  it.each(['test', 'docs', 'migration', 'example'] as const)(
    'are not asked for of what only %s names',
    (part) => {
      const text = 'version: 1\nuse: { purpose: commercial }\n';
      expect(asked(text, [LLAMA], 'loads', part)).toEqual([]);
    },
  );
});
