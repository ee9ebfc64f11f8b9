import { describe, expect, it } from 'vitest';
import {
  endpoint,
  ownerAndName,
  page,
  spanOf,
  splitPath,
  type AddressReader,
} from '../../../src/core/registries/address';

const SITE = 'https://x.example/';

/** What a reader finds in a path: the id, and what stands at its place where it differs. */
function inPath(read: AddressReader, path: string): string | undefined {
  const found = read(splitPath(SITE + path, SITE.length));
  if (found === undefined) return undefined;
  const written = (SITE + path).slice(found.start, found.end);
  return `${found.id}${written === found.id ? '' : ` at ${written}`}${found.uncertain === true ? '?' : ''}`;
}

describe('the path of an address', () => {
  it('ends before a query and a fragment', () => {
    for (const end of ['', '?c/d', '#c/d', '?c#d'])
      expect(splitPath(`${SITE}a/b${end}`, SITE.length)).toEqual({
        parts: ['a', 'b'],
        starts: [SITE.length, SITE.length + 2],
      });
  });

  it('is cut into parts that stand together', () => {
    const path = splitPath('a/bc/d', 0);
    expect(spanOf(path, 1, 2)).toEqual({ start: 2, end: 6, text: 'bc/d' });
    expect(spanOf(path, 0, 1)).toEqual({ start: 0, end: 1, text: 'a' });
  });
});

describe('a reader of addresses', () => {
  it.each([
    ['acme/thing', 'acme/thing?'],
    ['acme/thing/more', 'acme/thing?'],
    ['acme', undefined],
  ])('takes owner and name of %s', (path, id) => {
    expect(
      inPath(
        ownerAndName((text) => text.includes('/') && text.length > 5),
        path,
      ),
    ).toBe(id);
  });

  it.each([
    ['v1/models/gpt-4o', 'gpt-4o', 'gpt-4o'],
    ['v1/models/gpt-4o:ask', 'gpt-4o', 'gpt-4o:ask'],
    ['models/a/models/b-1', 'b-1', 'b-1'],
    ['v1/models/gpt', undefined, undefined],
    ['v1/models/gpt 4', undefined, undefined],
    ['v1/models', undefined, undefined],
    ['v1/gpt-4o', undefined, undefined],
  ])('takes what stands behind a word of %s', (path, id, withColons) => {
    expect(inPath(endpoint('models'), path)).toBe(id);
    expect(inPath(endpoint('models', true), path)).toBe(withColons);
  });

  it.each([
    ['models/4x-Sharp', 'x.example/models/4x-Sharp'],
    ['models/123/name', 'x.example/models/123'],
    ['api/download/models/123', 'x.example/api/download/models/123'],
    ['models/name', undefined],
    ['models', undefined],
    ['other/models/123', undefined],
    ['123', undefined],
  ])('takes the page of a site as the name: %s', (path, id) => {
    expect(inPath(page('x.example'), path)?.split(' ')[0]).toBe(id);
  });
});
