import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { codes, judged } from './support';
import { english } from '../../../src/core/message';
import { POLICY_TEMPLATES, templateIn } from '../../../src/core/policy/templates';

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

  it.each(POLICY_TEMPLATES.map((template) => [template.id, template] as const))(
    '%s has every comment in the language of its reader',
    (_, template) => {
      const text = templateIn(template, () => 'X');
      const comments = [...text.matchAll(/# (.+)$/gm)].flatMap(([, comment = '']) => comment);
      // Keys that are not stated yet are no words.
      expect(new Set(comments.filter((comment) => !/^\w+: /.test(comment)))).toEqual(new Set(['X']));
      expect(readPolicy(text, '').policy).toBeDefined();
      expect(templateIn(template, english)).toBe(template.text);
    },
  );

  it('for hosting allow the Union, the members of EFTA and the project itself', () => {
    const text = POLICY_TEMPLATES.find(({ id }) => id === 'eea-hosting')?.text ?? '';
    const allowed = readPolicy(text, '.model-policy.yaml').policy?.hosting.allow.map(({ value }) => value);
    expect(allowed).toEqual(['self', 'EU', 'IS', 'LI', 'NO', 'CH']);
  });

  it('for approved models deny what is not listed', () => {
    const text = POLICY_TEMPLATES.find(({ id }) => id === 'approved-only')?.text ?? '';
    expect(codes(judged('Qwen/Qwen3-8B', text))).toContain('model/denied');
    expect(codes(judged('mistralai/Mistral-7B-Instruct-v0.3', text))).not.toContain('model/denied');
  });

  it('for internal tools let non-commercial weights pass to a review', () => {
    const text = POLICY_TEMPLATES.find(({ id }) => id === 'internal')?.text ?? '';
    expect(judged('CohereLabs/c4ai-command-r-v01', text).every(({ severity }) => severity !== 'error')).toBe(
      true,
    );
  });

  it('have ids of their own', () => {
    expect(new Set(POLICY_TEMPLATES.map(({ id }) => id)).size).toBe(POLICY_TEMPLATES.length);
  });
});
