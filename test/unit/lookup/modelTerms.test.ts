import { describe, expect, it } from 'vitest';
import { createLookup } from '../../../src/core/lookup/lookup';
import { licenseFor, phraseOf } from '../../../src/core/lookup/modelTerms';
import { basesOf } from '../../../src/core/lookup/bases';
import { obligationOf } from '../../../src/core/licenses/terms';
import { modelRecord, testCatalog } from '../../support/catalog';

const KIMI = 'kimi-k2-modified-mit';
const records = [
  modelRecord('moon/one', { license: KIMI }),
  modelRecord('moon/two', { license: KIMI, displayPhrase: 'Moon Two' }),
  modelRecord('a/packed', { license: null, copyOf: 'moon/two' }),
  modelRecord('a/tuned', { license: KIMI, lineage: [{ model: 'moon/two', relation: 'finetune' }] }),
  modelRecord('a/other', { license: 'mit', lineage: [{ model: 'moon/two', relation: 'finetune' }] }),
  modelRecord('a/both', { license: 'llama3.3', alsoLicenses: ['gemma'] }),
  modelRecord('b/of-both', { license: 'mit', lineage: [{ model: 'a/both', relation: 'finetune' }] }),
];
const catalog = testCatalog(records);
const phrase = (id: string): string | undefined => {
  const record = catalog.model(id);
  return record && phraseOf(catalog, record);
};

describe("the words that a model's copy of its license asks to show", () => {
  it('are those of the license, of the model, or of what it was made from', () => {
    expect(phrase('moon/one')).toBeUndefined();
    expect(phrase('moon/two')).toBe('Moon Two');
    expect(phrase('a/packed')).toBe('Moon Two');
    expect(phrase('a/tuned')).toBe('Moon Two');
    expect(phrase('a/other')).toBeUndefined();
  });

  it('take the place of those in the terms, which are the same object each time', () => {
    const own = licenseFor(catalog, KIMI, 'Moon Two');
    expect(own && obligationOf(own, 'display-phrase')?.text).toBe('Moon Two');
    expect(licenseFor(catalog, KIMI, 'Moon Two')).toBe(own);
    expect(licenseFor(catalog, KIMI, undefined)).toBe(catalog.license(KIMI));
  });

  it('reach what is made from the model under another label', () => {
    const model = createLookup(catalog).find('a/other');
    const [base] = model === undefined ? [] : basesOf(catalog, model);
    expect(base?.license && obligationOf(base.license, 'display-phrase')?.text).toBe('Moon Two');
  });
});

describe('second licenses', () => {
  it('are told beside the first, the strictest in effect', () => {
    expect(createLookup(catalog).find('a/both')?.license).toMatchObject({
      declared: { key: 'llama3.3' },
      also: [{ key: 'gemma' }],
    });
  });

  it('reach what is made from the model', () => {
    const model = createLookup(catalog).find('b/of-both');
    const keys = model === undefined ? [] : basesOf(catalog, model).map(({ license }) => license?.key);
    expect(keys).toEqual(['llama3.3', 'gemma']);
  });
});
