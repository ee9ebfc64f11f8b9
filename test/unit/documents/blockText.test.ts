import { describe, expect, it } from 'vitest';
import { blockText, isOneWord, trimmed } from '../../../src/core/documents/blockText';

const meaning = (source: string, style: 'literal' | 'folded'): string =>
  blockText(source, { start: 0, end: source.length }, style).text;

describe('blockText', () => {
  it('leaves out the indentation that all lines share', () =>
    expect(meaning('    a:\n      b\n\n    c', 'literal')).toBe('a:\n  b\n\nc'));

  it('makes one line of folded ones, but not of those that are indented further', () => {
    expect(meaning('  vllm serve\n  acme/thing\n\n  next', 'folded')).toBe('vllm serve acme/thing\n\nnext');
    expect(meaning('  a\n    b\n  c', 'folded')).toBe('a\n  b\nc');
  });

  it('keeps the way back, over line ends of both kinds', () => {
    const source = '  one\r\n  two';
    const block = blockText(source, { start: 0, end: source.length });
    expect(block.text).toBe('one\ntwo');
    expect(block.sourceRange({ start: 4, end: 7 })).toEqual({ start: 9, end: 12 });
  });
});

describe('trimmed and isOneWord', () => {
  it('look at the text without the blanks around it', () => {
    const source = '\n   acme/thing \n';
    const range = trimmed(source, { start: 0, end: source.length });
    expect(source.slice(range.start, range.end)).toBe('acme/thing');
    expect(isOneWord(source, range)).toBe(true);
    expect(isOneWord('a b', { start: 0, end: 3 })).toBe(false);
    expect(isOneWord('', { start: 0, end: 0 })).toBe(false);
  });
});
