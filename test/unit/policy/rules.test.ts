import { describe, expect, it } from 'vitest';
import { english, render, type Message } from '../../../src/core/message';
import { REFERENCE_RULES, ruleInfo, RULES } from '../../../src/core/policy/rules';
import { rulingOnLicense, rulingOnOrigin } from '../../../src/core/policy/selectors';
import { builtCatalog } from '../../support/builtCatalog';
import { TEST_CATALOG } from '../../support/catalog';
import { policy } from './support';

describe('the registry of rules', () => {
  it('has every code that policies, ignores and reports may name', () => {
    const codes = RULES.map(({ code }) => code);
    for (const code of [
      'license/denied',
      'license/warned',
      'license/non-commercial',
      'license/unknown',
      'license/none-stated',
      'license/threshold',
      'license/region',
      'license/output-training',
      'license/use-policy',
      'license/code-weights-differ',
      'lineage/conflict',
      'lineage/relabelled',
      'openness/below-required',
      'origin/denied',
      'origin/warned',
      'obligation/attribution-missing',
      'obligation/license-copy-missing',
      'model/retired',
      'model/renamed',
      'model/unpinned-revision',
      'model/listed',
      'license/project-unclear',
      'policy/expired-exception',
      'policy/unused-exception',
      'policy/unused-ignore',
      'policy/invalid',
      'policy/not-inherited',
    ])
      expect(codes).toContain(code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(RULES.map((rule) => [rule.code, rule] as const))(
    '%s says what it checks, why, how to settle it, with an example',
    (code, rule) => {
      const texts: readonly Message[] = [rule.summary, rule.checks, rule.why, ...rule.settle];
      for (const text of texts) {
        expect(render(text, english).length).toBeGreaterThanOrEqual(10);
        expect(render(text, english)).not.toMatch(/\{\d\}|\n/);
      }
      expect(render(rule.summary)).not.toMatch(/\.$/);
      expect(rule.settle.length).toBeGreaterThan(0);
      expect(rule.example.length).toBeGreaterThan(5);
      expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
      expect(ruleInfo(code)).toBe(rule);
    },
  );

  it('tells only of real traps without a policy', () => {
    expect(
      REFERENCE_RULES.filter(({ withoutPolicy }) => withoutPolicy)
        .map(({ code }) => code)
        .sort(),
    ).toEqual([
      'hosting/look-alike',
      'license/non-commercial',
      'lineage/conflict',
      'lineage/relabelled',
      'model/ending',
      'model/retired',
      'model/unknown',
    ]);
  });
});

describe('which entry of a list decides', () => {
  const license = (yaml: string, key: string): string | undefined => {
    const record = TEST_CATALOG.license(key);
    return record && rulingOnLicense(policy(`licenses: ${yaml}`).licenses, record, TEST_CATALOG)?.list;
  };

  it.each([
    ['{ deny: [mit], allow: [mit] }', 'mit', 'deny'],
    ['{ warn: [mit], allow: [mit] }', 'mit', 'warn'],
    ['{ deny: ["category:permissive"], allow: [mit] }', 'mit', 'allow'],
    ['{ deny: [mit], allow: ["category:permissive"] }', 'mit', 'deny'],
    ['{ allow: [MIT License] }', 'mit', 'allow'],
    ['{ allow: [Apache-2.0] }', 'gpt-oss-apache', 'allow'],
    ['{ deny: ["category:copyleft"] }', 'agpl-3.0', 'deny'],
    ['{ deny: [gpl-3.0] }', 'agpl-3.0', undefined],
    ['{ deny: [no-such-license] }', 'mit', undefined],
  ])('%s for %s: %s', (yaml, key, list) => {
    expect(license(yaml, key)).toBe(list);
  });

  const catalog = builtCatalog();
  const origin = (yaml: string, organization: string | null, country: string | null): string | undefined =>
    rulingOnOrigin(policy(`origins: ${yaml}`).origins, { organization, country }, catalog)?.list;

  it.each([
    ['{ deny: [CN], warn: [alibaba] }', 'alibaba', 'CN', 'warn'],
    ['{ deny: [EU], allow: [FR] }', 'mistral-ai', 'FR', 'allow'],
    ['{ deny: [EU] }', 'mistral-ai', 'FR', 'deny'],
    ['{ deny: [EU] }', 'x', 'GB', undefined],
    ['{ deny: [CN] }', null, null, undefined],
    ['{ deny: [ALIBABA] }', 'alibaba', null, 'deny'],
    ['{ deny: [US], warn: [US], allow: [US] }', 'meta', 'US', 'deny'],
    ['{ deny: [alibaba] }', 'alibaba-cloud', 'CN', 'deny'],
    ['{ deny: [alibaba], allow: [alibaba-cloud] }', 'alibaba-cloud', 'CN', 'allow'],
    ['{ deny: [CN], allow: [alibaba] }', 'alibaba-cloud', 'CN', 'allow'],
    ['{ deny: [alibaba-cloud] }', 'alibaba', 'CN', undefined],
    ['{ deny: [nobody-knows] }', 'nobody-knows', null, 'deny'],
  ])('%s for %s of %s: %s', (yaml, organization, country, list) => {
    expect(origin(yaml, organization, country)).toBe(list);
  });
});
