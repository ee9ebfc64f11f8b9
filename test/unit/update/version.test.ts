import { expect, it } from 'vitest';
import { CATALOG_FORMAT } from '../../../src/core/catalog/compiled';
import { isNewer, readVersion, versionText } from '../../../src/core/update/version';

it('a version is the format, the day and a revision', () => {
  const version = { date: '2026-12-01', revision: 3 };
  expect(versionText(version)).toBe(`${CATALOG_FORMAT}.20261201.3`);
  expect(readVersion(versionText(version))).toEqual({ format: CATALOG_FORMAT, ...version });
});

it.each(['7.20269999.0', '1.2.3', '7.20261201.0-beta', '7.20261201', 'x', ''])(
  '%j is no version of a catalog',
  (text) => {
    expect(readVersion(text)).toBeUndefined();
  },
);

it('a later day is newer, and of one day the higher revision', () => {
  const [first, fixed, later] = [
    { date: '2026-12-01', revision: 0 },
    { date: '2026-12-01', revision: 1 },
    { date: '2026-12-02', revision: 0 },
  ] as const;
  expect([
    isNewer(fixed, first),
    isNewer(later, fixed),
    isNewer(first, first),
    isNewer(fixed, later),
  ]).toEqual([true, true, false, false]);
});
