import { describe, expect, it } from 'vitest';
import { type DecodedText, Decoder, verbatim } from '../../../src/core/documents/decodedText';

describe('Decoder', () => {
  const source = 'say "a\\/b&hellip;" + "c"';
  const decoded = (): DecodedText => {
    const decoder = new Decoder(source);
    decoder.copy(5, 6);
    decoder.replace(6, 8, '/');
    decoder.copy(8, 9);
    decoder.replace(9, 17, '...');
    decoder.copy(22, 23);
    return decoder.finish();
  };

  it('puts the pieces together', () => expect(decoded().text).toBe('a/b...c'));

  it.each([
    [0, 1, 'a'],
    [1, 2, '\\/'],
    [0, 3, 'a\\/b'],
    [2, 7, 'b&hellip;" + "c'],
    [4, 5, '&hellip;'],
    [6, 7, 'c'],
  ])('finds the way back from %i to %i', (start, end, written) => {
    const range = decoded().sourceRange({ start, end });
    expect(source.slice(range.start, range.end)).toBe(written);
  });

  it('gives an empty range for an empty one', () =>
    expect(decoded().sourceRange({ start: 1, end: 1 })).toEqual({ start: 6, end: 6 }));

  it('leaves out empty pieces', () => {
    const empty = new Decoder('ab');
    empty.copy(1, 1);
    empty.replace(0, 1, '');
    empty.copy(1, 2);
    empty.replace(0, 1, '');
    expect(empty.finish().text).toBe('b');
    expect(empty.finish().sourceOffset(0)).toBe(1);
    expect(empty.finish().sourceOffset(1)).toBe(2);
  });

  it('has the places of the source where nothing is decoded', () => {
    const nothing = new Decoder('ab').finish();
    expect(nothing.text).toBe('');
    expect(nothing.sourceRange({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
  });
});

describe('verbatim', () => {
  it('is a part of the source, at its place', () => {
    const decoded = verbatim('abcdef', { start: 2, end: 4 });
    expect(decoded.text).toBe('cd');
    expect(decoded.sourceRange({ start: 1, end: 2 })).toEqual({ start: 3, end: 4 });
  });
});
