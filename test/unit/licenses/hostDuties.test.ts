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

  it('tells a restriction by its note, else by the uses that it bars, else as it is', () => {
    const terms = termsOf('openai-terms');
    const barring = (more: object): string => {
      const restrictions = [
        { restriction: 'field-of-use', triggers: ['use'], clause: '1', ...more },
      ] as const;
      return texts({ ...terms, obligations: [], restrictions }).join();
    };
    const plain = barring({});
    expect(barring({ uses: [] })).toBe(plain);
    expect(barring({ uses: ['military', 'surveillance'] })).toBe(`${plain}: military, surveillance`);
    expect(barring({ uses: ['military'], note: 'no weapons' })).toBe(`${plain}: no weapons`);
  });

  it('gives each duty the note of its own kind', () => {
    const terms = termsOf('openai-terms');
    const obligations = [
      { obligation: 'give-credit', triggers: ['use'], clause: '1', note: 'on the first page' },
      { obligation: 'follow-use-policy', triggers: ['use'], clause: '2' },
    ] as const;
    const told = texts({ ...terms, obligations, restrictions: [] });
    expect(told).toEqual([
      'Credit the authors: on the first page',
      `Keep to the use policy of ${terms.name}`,
    ]);
  });
});
