import { describe, expect, it } from 'vitest';
import { textAround, textBefore, textBehind, textFrom } from '../../../src/core/text/pieces';

describe('a piece of a text', () => {
  it('is what stands before a place, as far as it is looked at', () => {
    expect(textBefore('abcdef', 4, 2)).toBe('cd');
    expect(textBefore('abcdef', 2, 2)).toBe('ab');
    expect(textBefore('abcdef', 1, 4)).toBe('a');
    expect(textBefore('abcdef', 0, 4)).toBe('');
  });

  it('is what stands behind a place, as far as it is looked at', () => {
    expect(textBehind('abcdef', 2, 3)).toBe('cde');
    expect(textBehind('abcdef', 5, 3)).toBe('f');
  });

  it('is how a stretch begins, as far as it is looked at', () => {
    expect(textFrom('abcdef', 1, 5, 2)).toBe('bc');
    expect(textFrom('abcdef', 1, 3, 2)).toBe('bc');
    expect(textFrom('abcdef', 1, 3, 9)).toBe('bc');
  });

  it('is what stands around a stretch, as far as it is looked at', () => {
    expect(textAround('abcdef', 2, 3, 1)).toBe('bcd');
    expect(textAround('abcdef', 1, 5, 4)).toBe('abcdef');
    expect(textAround('abcdef', 0, 0, 2)).toBe('ab');
  });
});
