import { describe, expect, it } from 'vitest';
import { Decoder, verbatim } from '../../../src/core/documents/decodedText';

describe('Decoder', () => {
  const source = 'say "a\\/b" + "c"';
  const decoder = new Decoder(source);
  decoder.copy(5, 6);
  decoder.replace(6, 8, '/');
  decoder.copy(8, 9);
  decoder.copy(14, 15);
  const decoded = decoder.finish();

  it('puts the pieces together', () => expect(decoded.text).toBe('a/bc'));

  it.each([
    [0, 1, 'a'],
    [1, 2, '\\/'],
    [0, 3, 'a\\/b'],
    [2, 4, 'b" + "c'],
    [3, 4, 'c'],
  ])('finds the way back from %i to %i', (start, end, written) => {
    const range = decoded.sourceRange({ start, end });
    expect(source.slice(range.start, range.end)).toBe(written);
  });

  it('gives an empty range for an empty one', () =>
    expect(decoded.sourceRange({ start: 1, end: 1 })).toEqual({ start: 6, end: 6 }));

  it('leaves out empty pieces', () => {
    const empty = new Decoder('ab');
    empty.copy(1, 1);
    empty.replace(0, 1, '');
    empty.copy(1, 2);
    expect(empty.finish().text).toBe('b');
    expect(empty.finish().sourceOffset(0)).toBe(1);
  });
});

describe('verbatim', () => {
  it('is a part of the source, at its place', () => {
    const decoded = verbatim('abcdef', { start: 2, end: 4 });
    expect(decoded.text).toBe('cd');
    expect(decoded.sourceRange({ start: 1, end: 2 })).toEqual({ start: 3, end: 4 });
  });
});
