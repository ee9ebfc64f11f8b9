import { describe, expect, it } from 'vitest';
import { splitPath, type AddressReader } from '../address';
import { readReplicateAddress, readReplicateApi } from './address';

const SITE = 'https://replicate.com/';

function inPath(read: AddressReader, path: string): string | undefined {
  const found = read(splitPath(SITE + path, SITE.length));
  return found && `${found.id} at ${(SITE + path).slice(found.start, found.end)}`;
}

describe('an address of Replicate', () => {
  it.each([
    ['acme/thing', 'acme/thing at acme/thing'],
    ['acme/thing/versions/1', 'acme/thing at acme/thing'],
    ['docs/thing', undefined],
    ['acme', undefined],
    ['acme/a b', undefined],
  ])('of the site has the model of %s', (path, id) => expect(inPath(readReplicateAddress, path)).toBe(id));

  it.each([
    ['v1/models/acme/thing/predictions', 'acme/thing at acme/thing'],
    ['models/acme/thing', 'acme/thing at acme/thing'],
    ['v1/predictions', undefined],
    ['acme/thing', undefined],
    ['v1/models/acme', undefined],
  ])('of the API has the model of %s', (path, id) => expect(inPath(readReplicateApi, path)).toBe(id));
});
