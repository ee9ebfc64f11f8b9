import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/core';
import { render } from '../../../src/core/message';
import { severityOf, toldWithoutPolicy } from '../../../src/core/policy/severity';

describe('what a rule tells without a policy', () => {
  const SAID = {
    warning: 'Without a policy it is a warning.',
    information: 'Without a policy it is only told as information.',
    off: 'Without a policy it reports nothing.',
  } as Readonly<Record<string, string>>;

  it.each(RULES.map((rule) => [rule.code, rule] as const))('is said as it is told: %s', (_, rule) => {
    expect(render(toldWithoutPolicy(rule))).toBe(SAID[severityOf(rule, undefined)]);
  });

  it('is each of the three for some rule', () => {
    expect(new Set(RULES.map((rule) => severityOf(rule, undefined)))).toEqual(new Set(Object.keys(SAID)));
  });
});
