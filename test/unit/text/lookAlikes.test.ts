import { describe, expect, it } from 'vitest';
import { asRead, readAsWord } from '../../../src/core/text/lookAlikes';

describe('what a reader takes a text for', () => {
  it.each([
    ['meta-ll\u0430ma', 'meta-llama'],
    ['\uFF4Deta', 'meta'],
    ['gpt\u20114o', 'gpt-4o'],
    ['gpt\u200B-4\u03BF', 'gpt-4o'],
    ['gpt\u20134', 'gpt-4'],
    ['mod\u0435\u04CF', 'model'],
    ['模型-4', '模型-4'],
  ])('%s', (text, expected) => expect(asRead(text)).toBe(expected));

  it('is a word where all of it is one of ASCII', () => {
    const word = (text: string): string | undefined => readAsWord(text, { start: 0, end: text.length });
    expect(word('gpt\u20114o')).toBe('gpt-4o');
    expect(word('模型-4')).toBeUndefined();
    expect(word('gpt 4\u03BF')).toBeUndefined();
    expect(word('\u0430'.repeat(201))).toBeUndefined();
  });
});
