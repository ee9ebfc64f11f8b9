import { expect, it } from 'vitest';
import { type CommercialUse, strictestUse } from '../../../src/core/lookup/commercialUse';

it.each<[CommercialUse[], CommercialUse]>([
  [[], 'unknown'],
  [['yes'], 'yes'],
  [['yes', 'conditional'], 'conditional'],
  [['conditional', 'unknown', 'yes'], 'unknown'],
  [['unknown', 'no'], 'no'],
])('of licenses that hold together the strictest counts: %j', (uses, strictest) => {
  expect(strictestUse(uses.map((commercialUse) => ({ commercialUse })))).toBe(strictest);
});
