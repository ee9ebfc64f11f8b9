import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/core';
import { render } from '../../../src/core/message';
import { severityNotes, severityOf } from '../../../src/core/policy/severity';

describe('what a rule tells without a policy', () => {
  const SAID = {
    warning: 'Without a policy it is a warning.',
    information: 'Without a policy it is only told as information.',
    off: 'Without a policy it reports nothing.',
  } as Readonly<Record<string, string>>;

  it.each(RULES.map((rule) => [rule.code, rule] as const))('is said as it is told: %s', (_, rule) => {
    expect(severityNotes(rule).map((note) => render(note))[0]).toBe(SAID[severityOf(rule, undefined)]);
  });

  it('is followed by what an unsure fact makes of it, where one decides', () => {
    const limited = RULES.filter((rule) => severityNotes(rule).length > 1);
    expect(limited.map(({ code }) => code)).toContain('license/denied');
    expect(limited.every(({ fact }) => fact !== undefined)).toBe(true);
    expect(RULES.filter(({ fact }) => fact !== undefined)).toEqual(limited);
  });

  it('is each of the three for some rule', () => {
    expect(new Set(RULES.map((rule) => severityOf(rule, undefined)))).toEqual(new Set(Object.keys(SAID)));
  });
});
