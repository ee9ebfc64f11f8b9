import { describe, expect, it } from 'vitest';
import { createLookup } from '../../../src/core/lookup/lookup';
import { originCodes } from '../../../src/core/lookup/originCountries';
import { licenseText, originText } from '../../../src/core/report/modelText';
import { modelRecord, testCatalog } from '../../support/catalog';

describe('a model in a table', () => {
  it('has the license that it states, and unknown where nothing is known', () => {
    const catalog = testCatalog([modelRecord('a/stated', { license: 'mit' })]);
    expect(licenseText(createLookup(catalog).find('a/stated'))).toBe('mit');
    expect(licenseText(undefined)).toBe('unknown');
    expect(licenseText(undefined, () => 'inconnu')).toBe('inconnu');
  });

  it('has the countries of its line, each once', () => {
    const at = (...countries: readonly (string | null)[]): string =>
      originText({
        origin: countries.map((country) => ({ model: 'm', organization: null, country })),
      } as unknown as Parameters<typeof originText>[0]);
    expect([at('US', 'US', 'CN'), at('JP', 'US', 'JP'), at(null), at(), originText(undefined)]).toEqual([
      'US ← CN',
      'JP ← US',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('has those at which only a name hints apart, and none that is told as well', () => {
    const origin = ['JP', 'US'].map((country) => ({ model: 'm', organization: null, country }));
    const hints = ['US', 'CN'].map((country) => ({
      model: 'm',
      organization: null,
      country,
      probable: true,
    }));
    const model = { origin: [...origin, ...hints] } as unknown as Parameters<typeof originText>[0];
    expect(originText(model)).toBe('JP ← US, perhaps ← CN');
    expect(originCodes(model)).toEqual(['JP', 'US', 'perhaps CN']);
  });
});
