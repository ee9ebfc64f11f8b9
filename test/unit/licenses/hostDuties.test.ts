import { describe, expect, it } from 'vitest';
import type { LicenseRecord } from '../../../src/core/catalog/records';
import { hostDuties } from '../../../src/core/licenses/hostDuties';
import { render } from '../../../src/core/message';
import { TEST_CATALOG } from '../../support/catalog';

function termsOf(key: string): LicenseRecord {
  const terms = TEST_CATALOG.license(key);
  if (terms === undefined) throw new Error(`no terms ${key}`);
  return terms;
}

const texts = (terms: LicenseRecord): readonly string[] => hostDuties(terms).map(({ text }) => render(text));

describe('what the terms of a host ask', () => {
  it('is the use policy and what outputs may not be used for, each with its clause and in the words of the record', () => {
    const terms = termsOf('openai-terms');
    const duties = hostDuties(terms);
    const [policy] = terms.obligations;
    const training = terms.restrictions.find(({ restriction }) => restriction === 'no-competing-training');
    expect(duties.map(({ clause }) => clause)).toEqual([policy?.clause, training?.clause]);
    expect(texts(terms)[0]).toContain(policy?.note);
    expect(texts(terms)[1]).toBe(`No training of other models on outputs: ${training?.note ?? ''}`);
  });

  it('says nothing of weights, which a caller does not have', () => {
    expect(texts(termsOf('openai-terms')).join()).not.toContain('No passing on');
  });

  it('is nothing where nobody read them', () => {
    expect(hostDuties({ ...termsOf('openai-terms'), verification: 'unverified' })).toEqual([]);
  });
});
