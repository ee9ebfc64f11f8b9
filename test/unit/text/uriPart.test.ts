import { describe, expect, it } from 'vitest';
import { uriPart } from '../../../src/core/text/uriPart';

describe('uriPart', () => {
  it.each([
    ['a/b c', 'a%2Fb%20c'],
    ['é😀', '%C3%A9%F0%9F%98%80'],
    ['\ud800', '%EF%BF%BD'],
    ['a\udc00b', 'a%EF%BF%BDb'],
  ])('writes %j as %s', (text, part) => {
    expect(uriPart(text)).toBe(part);
  });
});
