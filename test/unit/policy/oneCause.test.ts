import { describe, expect, it } from 'vitest';
import { english, render } from '../../../src/core/message';
import { evaluate } from '../../../src/core/policy/evaluate';
import { type Finding, isOfEnd } from '../../../src/core/policy/finding';
import { furtherOf, messageOf, rulesToSettle, withDuties } from '../../../src/core/policy/oneCause';
import { contextOf, detection, findingOf } from './support';
import { reference } from './support';

const NC = 'facebook/musicgen-small';
const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const COMMERCIAL = 'use: { purpose: commercial }\n';

function found(id: string, policy: string, role: 'loads' | 'calls' = 'loads') {
  return evaluate(id, detection([reference(id, { role })]), contextOf(`version: 1\n${policy}`)).findings;
}

describe('one place, one finding', () => {
  it('lets the gravest rule speak at a place and name the others', () => {
    const [finding, ...more] = found(
      NC,
      `${COMMERCIAL}licenses: { deny: ["category:non-commercial"] }\nrequire: { openness: open-weights }\n`,
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'license/denied', severity: 'error' });
    expect(finding?.also).toEqual(
      expect.arrayContaining([
        'license/non-commercial',
        'openness/below-required',
        'model/unpinned-revision',
      ]),
    );
  });

  it('goes by severity before the order of the rules', () => {
    const policy = `${COMMERCIAL}licenses: { deny: ["category:non-commercial"] }\nrules: { license/denied: hint }\n`;
    expect(found(NC, policy)[0]).toMatchObject({ rule: 'license/non-commercial', severity: 'error' });
  });

  it('lets the rule speak that were the gravest in the product, where their context makes all alike', () => {
    const policy =
      'version: 1\nrequire: { openness: open-weights }\nrules: { openness/below-required: warning }\n';
    const at = (context: 'product' | 'example' | 'test') =>
      evaluate(
        'claude-2.1',
        detection([reference('claude-2.1', { role: 'calls', reference: { context } })]),
        contextOf(policy),
      ).findings.map(({ rule, also }) => [rule, also]);
    const ended = [['model/retired', ['openness/below-required']]];
    expect([at('product'), at('example'), at('test')]).toEqual([ended, ended, ended]);
  });

  it('holds each rule against an exception by itself', () => {
    const policy = `${COMMERCIAL}licenses: { deny: ["category:non-commercial"] }\nexceptions: [{ model: "${NC}", rules: [license/denied], reason: x }]\n`;
    const [finding] = found(NC, policy);
    expect(finding?.rule).toBe('license/non-commercial');
    expect(finding?.also ?? []).not.toContain('license/denied');
  });

  it('names the end of a life beside the terms', () => {
    const [finding, ...more] = found('claude-2.1', 'require: { openness: open-weights }\n', 'calls');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'openness/below-required', also: ['model/retired'] });
    expect(finding !== undefined && isOfEnd(finding)).toBe(true);
  });

  it('says the name that a model has now beside the terms', () => {
    const old = 'THUDM/glm-4-9b-chat';
    const [finding, ...more] = found(old, 'origins: { deny: [CN] }\n');
    expect(more).toEqual([]);
    expect(finding?.rule).not.toBe('model/renamed');
    expect(finding && render(messageOf(finding), english)).toContain(`${old} is now called`);
    expect(finding && furtherOf(finding).map(({ rule }) => rule)).not.toContain('model/renamed');
  });

  it('asks for no excuse for hints', () => {
    const finding = findingOf(found(LLAMA, 'licenses: { deny: [llama3.1] }\n'), 'license/denied');
    expect(finding.also).toContain('model/unpinned-revision');
    expect(rulesToSettle(finding)).not.toContain('model/unpinned-revision');
  });
});

describe('duties that are open at a place', () => {
  const denied = findingOf(found(LLAMA, 'licenses: { deny: [llama3.1] }\n'), 'license/denied');
  const elsewhere: Finding = {
    rule: 'obligation/attribution-missing',
    severity: 'warning',
    range: denied.range,
    message: denied.message,
    model: denied.model,
  };
  const duty: Finding = { ...elsewhere, ...(denied.reference && { reference: denied.reference }) };

  it('are named by what is found there, and settled with it', () => {
    const [finding, ...more] = withDuties([denied], [duty]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'license/denied', severity: 'error' });
    expect(finding && rulesToSettle(finding)).toContain('obligation/attribution-missing');
  });

  it('speak themselves where they are the graver', () => {
    const [finding] = withDuties([{ ...denied, severity: 'warning' }], [{ ...duty, severity: 'error' }]);
    expect(finding).toMatchObject({ rule: 'obligation/attribution-missing', severity: 'error' });
    expect(finding?.also).toEqual(expect.arrayContaining(['license/denied', 'model/unpinned-revision']));
    expect(finding?.merged?.map(({ rule }) => rule)).toContain('license/denied');
  });

  it('name the list of barred uses that the same license has', () => {
    const list: Finding = { ...duty, rule: 'license/use-policy', severity: 'information' };
    expect(withDuties([list], [duty])).toMatchObject([
      { rule: 'obligation/attribution-missing', severity: 'warning', also: ['license/use-policy'] },
    ]);
  });

  it('stay apart from what only informs, and from other places', () => {
    expect(withDuties([{ ...denied, severity: 'information' }], [duty])).toHaveLength(2);
    expect(withDuties([denied], [elsewhere])).toHaveLength(2);
  });
});
