import { expect, it } from 'vitest';
import type { Catalog, LicenseRecord } from '../../../src/core/catalog/records';
import { namesLicense } from '../../../src/core/policy/selectors';

const license = (key: string, spdx: string | null): LicenseRecord =>
  ({ key, spdx }) as unknown as LicenseRecord;
const RECORDS = [
  license('mit', 'MIT'),
  license('mit-again', 'MIT'),
  license('gemma', null),
  license('llama4', null),
];
const CATALOG = {
  license: (name: string) => RECORDS.find(({ key, spdx }) => key === name.toLowerCase() || spdx === name),
} as unknown as Catalog;

it.each([
  ['mit', 'mit', true],
  ['MIT', 'mit-again', true],
  ['mit', 'gemma', false],
  // Without an SPDX id two licenses have nothing in common.
  ['gemma', 'llama4', false],
  ['Gemma', 'gemma', true],
])('"%s" names %s: %s', (name, key, isNamed) => {
  const record = RECORDS.find((one) => one.key === key);
  expect(record && namesLicense(name, record, CATALOG)).toBe(isNamed);
});

it('names what only the policy knows by its key, whatever the case of its letters', () => {
  expect(namesLicense('House-1', license('house-1', null), CATALOG)).toBe(true);
  expect(namesLicense('house-2', license('house-1', null), CATALOG)).toBe(false);
});
