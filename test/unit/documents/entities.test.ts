import { describe, expect, it } from 'vitest';
import { Decoder } from '../../../src/core/documents/decodedText';
import { addEntities, entityAt } from '../../../src/core/documents/entities';

describe('entityAt', () => {
  it.each([
    ['&#47;', '/'],
    ['&#x2F;', '/'],
    ['&sol;', '/'],
    ['&quot;', '"'],
    ['&amp;', '&'],
  ])('%s is %j', (text, meaning) => expect(entityAt(text, 0)).toEqual({ meaning, end: text.length }));

  it.each(['&', '& b;', '&nosuch;', '&#;', '&#x110000;', '&#0;', '&quot', '&toString;'])(
    '%s is none',
    (text) => expect(entityAt(text, 0)).toBeUndefined(),
  );
});

describe('addEntities', () => {
  it.each([
    ['{&quot;a&quot;: 1}', '{"a": 1}'],
    ['a & b &lt; c', 'a & b < c'],
    ['&', '&'],
    ['no entity', 'no entity'],
    ['&amp;#47;', '&#47;'],
  ])('%j means %j', (text, meaning) => {
    const decoder = new Decoder(text);
    addEntities(decoder, text, { start: 0, end: text.length });
    expect(decoder.finish().text).toBe(meaning);
  });
});
