import { describe, expect, it } from 'vitest';
import { policyFromTemplate } from '../../../src/core/policy/newPolicy';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { POLICY_TEMPLATES } from '../../../src/core/policy/templates';
import { DISTRIBUTION_WORDS, PURPOSE_WORDS } from '../../../src/core/wording';

describe.each(POLICY_TEMPLATES.map((template) => [template.id, template] as const))(
  'a policy from the template %s',
  (_, template) => {
    it.each(Object.keys(PURPOSE_WORDS))('is one for the purpose %s', (purpose) => {
      const made = policyFromTemplate(template, { purpose });
      expect('text' in made && readPolicy(made.text, '').policy?.use.purpose).toBe(purpose);
    });

    it.each(Object.keys(DISTRIBUTION_WORDS))(
      'is one for the distribution %s, with regions and a seat',
      (distribution) => {
        const made = policyFromTemplate(template, { distribution, regions: ['JP', 'NO'], seat: 'NO' });
        const use = 'text' in made ? readPolicy(made.text, '').policy?.use : undefined;
        expect(use).toMatchObject({ distribution, regions: ['JP', 'NO'], seat: 'NO' });
      },
    );

    it('is the template where nothing is stated', () => {
      expect(policyFromTemplate(template, {})).toEqual({ text: template.text });
    });

    it('is none where what is stated is no country', () => {
      expect(policyFromTemplate(template, { regions: ['nowhere'] })).toEqual({
        problems: [expect.objectContaining({ args: ['nowhere'] })],
      });
    });
  },
);

describe('the comments of a policy from a template', () => {
  it('stay in their column beside another word, and say nothing that is true of one word only', () => {
    const internal = POLICY_TEMPLATES.find(({ id }) => id === 'internal');
    const made = policyFromTemplate(internal ?? { text: '' }, {
      purpose: 'commercial',
      distribution: 'service',
    });
    expect('text' in made && made.text.split('\n').slice(4, 6)).toEqual([
      '  purpose: commercial        # commercial, internal, research or personal',
      '  distribution: service      # none, service, product or weights: how others get what is built',
    ]);
  });
});
