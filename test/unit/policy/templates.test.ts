import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { POLICY_TEMPLATES } from '../../../src/core/policy/templates';

describe('policy templates', () => {
  it.each(POLICY_TEMPLATES.map((template) => [template.id, template.text]))(
    '%s is a valid policy',
    (_, text) => {
      const { policy, problems } = readPolicy(text, '.model-policy.yaml');
      expect(problems).toEqual([]);
      expect(policy?.use.purpose).not.toBeNull();
    },
  );

  it.each(POLICY_TEMPLATES.map((template) => [template.id, template.text]))(
    '%s says what to do about unknown licenses',
    (_, text) => {
      expect(readPolicy(text, '.model-policy.yaml').policy?.licenses.unknown).toMatch(/^(?:error|warning)$/);
    },
  );

  it('have ids of their own', () => {
    expect(new Set(POLICY_TEMPLATES.map(({ id }) => id)).size).toBe(POLICY_TEMPLATES.length);
  });
});
