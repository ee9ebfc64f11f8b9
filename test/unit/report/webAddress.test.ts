import { expect, it } from 'vitest';
import { isWebAddress } from '../../../src/core/report/webAddress';

it.each([
  ['https://example.org/a?b=c#d', true],
  ['http://example.org', true],
  ['see https://example.org', false],
  ['https://example.org/a b', false],
  ['javascript:alert(1)', false],
  ['', false],
])('takes %j for an address: %s', (text, expected) => {
  expect(isWebAddress(text)).toBe(expected);
});
