import { describe, expect, it } from 'vitest';
import { CATALOG_FORMAT } from '../../../src/core/catalog/compiled';
import { english, render } from '../../../src/core/message';
import { newestOffer } from '../../../src/core/update/offer';

const ENDPOINT = { origin: 'https://npm.acme.example', basePath: '/repo', secure: true };
const HASH = `${'A'.repeat(86)}==`;
const INTEGRITY = `sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk= sha512-${HASH}`;
const V = `${CATALOG_FORMAT}.20261201.0`;

function ask(versions: unknown): unknown {
  const found = newestOffer(JSON.stringify({ versions }), ENDPOINT);
  return 'refused' in found ? render(found.refused, english) : found.offer;
}
const withTarball = (tarball: unknown): unknown => ask({ [V]: { dist: { tarball, integrity: INTEGRITY } } });

describe('the newest catalog of a registry', () => {
  it('is that of the latest day and revision, whatever its place in the record', () => {
    const record = (name: string): object => ({
      dist: { tarball: `https://npm.acme.example/${name}.tgz`, integrity: INTEGRITY },
    });
    const offer = ask({
      [`${CATALOG_FORMAT}.20261201.9`]: record('nine'),
      [`${CATALOG_FORMAT}.20261201.10`]: record('ten'),
      [`${CATALOG_FORMAT}.20251231.99`]: record('old'),
      [`${CATALOG_FORMAT - 1}.20270101.0`]: record('former'),
      nonsense: record('nonsense'),
    });
    expect(offer).toEqual({ version: { date: '2026-12-01', revision: 10 }, path: '/ten.tgz', sha512: HASH });
  });

  it('lies on the host of the registry, also where the record names another way to it', () => {
    expect(withTarball('http://NPM.acme.example/repo/c.tgz')).toMatchObject({ path: '/repo/c.tgz' });
    expect(withTarball('https://registry.npmjs.org/c/-/c.tgz')).toMatchObject({ path: '/repo/c/-/c.tgz' });
  });

  it.each([
    [
      'https://evil.example/c.tgz',
      'npm.acme.example leads to another host, evil.example, which was not asked',
    ],
    ['https://npm.acme.example@evil.example/c.tgz', 'npm.acme.example does not say where the package lies'],
    ['file:///etc/passwd', 'npm.acme.example does not say where the package lies'],
    ['https://npm.acme.example/repo/../c.tgz', 'npm.acme.example does not say where the package lies'],
    ['https://npm.acme.example/repo/%2E%2e/c.tgz', 'npm.acme.example does not say where the package lies'],
    [undefined, 'npm.acme.example does not say where the package lies'],
    [7, 'npm.acme.example does not say where the package lies'],
  ])('is not fetched from %j', (tarball, reason) => {
    expect(withTarball(tarball)).toBe(reason);
  });

  it.each([[undefined], [7], ['sha512-short'], ['sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=']])(
    'is not fetched where its hash is %j',
    (integrity) => {
      expect(ask({ [V]: { dist: { tarball: 'https://npm.acme.example/c.tgz', integrity } } })).toContain(
        'states no sha512',
      );
    },
  );

  it('is none where the record has other values', () => {
    expect(ask({ [V]: null })).toContain('has no catalog that this version');
    expect(ask([])).toContain('is not the record of a package');
    expect(ask({ [V]: {} })).toContain('states no sha512');
  });
});
