import { expect, it } from 'vitest';
import { jointTerms } from '../../../src/core/lookup/jointTerms';
import { createLookup } from '../../../src/core/lookup/lookup';
import { builtCatalog } from '../../support/builtCatalog';

const lookup = createLookup(builtCatalog());

function termsOf(id: string): ReturnType<typeof jointTerms> {
  const model = lookup.find(id);
  return model && jointTerms(model, builtCatalog());
}

it('of a model under two licenses are what either of them bars, and what counts most against it', () => {
  const both = termsOf('tokyotech-llm/Llama-3.1-Swallow-8B-Instruct-v0.3');
  const one = termsOf('meta-llama/Llama-3.1-8B-Instruct');
  const other = termsOf('google/gemma-2-9b-it');
  expect(both?.licenses.map(({ key }) => key)).toEqual(['llama3.1', 'gemma']);
  expect(new Set(both?.barredUses)).toEqual(
    new Set([...(one?.barredUses ?? []), ...(other?.barredUses ?? [])]),
  );
  expect(one?.barredUses.length).toBeLessThan(both?.barredUses.length ?? 0);
  expect([one, other, both].map((terms) => terms?.aiActOpenSource)).toEqual([
    'disqualified',
    'arguable',
    'disqualified',
  ]);
  expect(both?.aiActReasons).toEqual([...(one?.aiActReasons ?? []), ...(other?.aiActReasons ?? [])]);
});

it('of a model with a license beside that nothing is recorded of are not known to the AI Act', () => {
  const model = lookup.find('tokyotech-llm/Llama-3.1-Swallow-8B-Instruct-v0.3');
  const readingWith = (isRecorded: (key: string) => boolean): unknown => {
    const license = (): ReturnType<ReturnType<typeof builtCatalog>['license']> =>
      builtCatalog().license('Apache-2.0');
    const catalog = { license: (key: string) => (isRecorded(key) ? license() : undefined) };
    return model && jointTerms(model, catalog)?.aiActOpenSource;
  };
  expect(readingWith(() => true)).toBe('qualifies');
  expect(readingWith((key) => key !== 'gemma')).toBeNull();
});

it('of a model without a license that is known are none', () => {
  expect(termsOf('acme/unheard-of')).toBeUndefined();
});
