import { describe, expect, it } from 'vitest';
import { judged } from '../support';

describe('a model that nobody knows, whose record says a license', () => {
  const severities = (license: string, policyText?: string): readonly string[] =>
    judged('acme/unheard-of-7b', policyText, { reference: { license } })
      .filter(({ rule }) => rule === 'license/unknown')
      .map(({ severity }) => severity);

  it('is a hint where the license is permissive', () => {
    expect(severities('apache-2.0', 'use: { purpose: commercial, distribution: service }')).toEqual(['hint']);
  });

  it.each(['cc-by-nc-4.0', 'acme-license'])('stays unknown where it says %s', (license) => {
    expect(severities(license, 'use: { purpose: commercial, distribution: service }')).toEqual(['warning']);
  });

  it('stays what the policy says of unknown licenses', () => {
    expect(severities('apache-2.0', 'licenses: { unknown: error }')).toEqual(['error']);
  });
});
