import { describe, expect, it } from 'vitest';
import { coarseLicense } from '../../../src/core/licenses/coarseLicense';

describe('a license of which no more than its SPDX id is known', () => {
  it.each([
    ['Zlib', 'zlib', 'Zlib', 'permissive', 'yes'],
    ['zlib', 'zlib', 'Zlib', 'permissive', 'yes'],
    ['CDDL-1.0', 'cddl-1.0', 'CDDL-1.0', 'weak-copyleft', 'yes'],
    ['OSL-3.0', 'osl-3.0', 'OSL-3.0', 'copyleft', 'yes'],
  ])(
    '%s has the terms of its category and the page of its id',
    (name, key, spdx, category, commercialUse) => {
      expect(coarseLicense(name)).toMatchObject({
        key,
        spdx,
        name: spdx,
        category,
        commercialUse,
        url: `https://spdx.org/licenses/${spdx}.html`,
        verification: 'unverified',
        family: false,
      });
    },
  );

  it('allows nothing that nobody read', () => {
    expect(coarseLicense('Zlib')).toMatchObject({
      aliases: [],
      rights: [],
      thresholds: [],
      regions: [],
      covers: [],
      evidence: [],
      meets: { osi: null, openWeightDefinition: null, aiActOpenSource: null, aiActReasons: [] },
    });
  });

  it('is unknown without an id, under the name that was given', () => {
    expect(coarseLicense('House terms')).toMatchObject({
      key: 'House terms',
      name: 'House terms',
      spdx: null,
      url: null,
      category: 'unknown',
      commercialUse: 'unknown',
      obligations: [],
      restrictions: [],
    });
  });
});
