import { expect, it } from 'vitest';
import { commercialUseOf, type CommercialUse, strictestUse } from '../../../src/core/lookup/commercialUse';
import type { LicenseSummary, Model } from '../../../src/core/model';

it.each<[CommercialUse[], CommercialUse]>([
  [[], 'unknown'],
  [['yes'], 'yes'],
  [['yes', 'conditional'], 'conditional'],
  [['conditional', 'unknown', 'yes'], 'unknown'],
  [['unknown', 'no'], 'no'],
])('of licenses that hold together the strictest counts: %j', (uses, strictest) => {
  expect(strictestUse(uses.map((commercialUse) => ({ commercialUse })))).toBe(strictest);
});

it('a model under two licenses is under the stricter one', () => {
  const license = (commercialUse: CommercialUse): LicenseSummary => ({ commercialUse }) as LicenseSummary;
  const of = (license: Partial<Model['license']>): CommercialUse =>
    commercialUseOf({ license: { declared: null, effective: null, ...license } } as Model);
  expect(of({ effective: license('yes'), also: [license('conditional')] })).toBe('conditional');
  expect(of({ declared: license('no') })).toBe('no');
  expect(of({})).toBe('unknown');
});
