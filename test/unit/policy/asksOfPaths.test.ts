import { describe, expect, it } from 'vitest';
import { asksOfPaths } from '../../../src/core/policy/asksOfPaths';
import { policy } from './support';

const QUIET = policy('licenses: { allow: [mit] }');

describe('whether a policy asks about weights at a path', () => {
  it.each([
    ['a severity for what is not known', 'licenses: { unknown: error }'],
    ['models that it allows', 'models: { allow: ["mistralai/*"] }'],
    ['a severity of the rule', 'rules: { license/unknown: warning }'],
  ])('does with %s', (_what, yaml) => {
    expect(asksOfPaths(policy(yaml))).toBe(true);
    const lockedBy = new Map([['license/unknown', [QUIET, policy(yaml)]]]);
    expect(asksOfPaths({ ...QUIET, lockedBy })).toBe(true);
  });

  it.each([
    ['nothing of it', 'licenses: { allow: [mit] }'],
    ['that it does not matter', 'licenses: { unknown: off }'],
    ['that the rule is off', 'licenses: { unknown: error }\nrules: { license/unknown: off }'],
  ])('does not with %s', (_what, yaml) => {
    expect(asksOfPaths(policy(yaml))).toBe(false);
  });

  it('does not where there is none', () => expect(asksOfPaths(undefined)).toBe(false));
});
