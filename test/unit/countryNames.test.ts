import { describe, expect, it } from 'vitest';
import { countryLabels, countryNames } from '../../src/core/countryNames';

describe('the name of a country', () => {
  it.each([
    ['en', 'JP', 'Japan'],
    ['ja', 'JP', '日本'],
    ['en', 'EU', 'European Union'],
    ['en', 'ZZZZ', undefined],
    ['en', 'not a country', undefined],
  ])('in %s of %s is %s', (tag, code, name) => expect(countryNames([tag])(code)).toBe(name));

  it('has its code behind it, and is the code where there is none', () => {
    expect(countryLabels(['en'])('JP')).toBe('Japan (JP)');
    expect(countryLabels(['en'])('not a country')).toBe('not a country');
  });

  it('is none in a language that is written wrongly', () => {
    expect(countryLabels(['not_a_tag'])('JP')).toBe('JP');
  });
});
