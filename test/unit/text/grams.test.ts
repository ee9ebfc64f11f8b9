import { describe, expect, it } from 'vitest';
import { Grams, gramsOf } from '../../../src/core/text/grams';

describe('the stretches of a text', () => {
  const grams = new Grams('const client = new OpenAI({ baseURL: "https://api.example.com/v1" }); // 東京');

  it('tell every word that it has, in either case', () => {
    const words = [
      'OpenAI',
      'openai',
      'OPENAI',
      'baseurl',
      'api.example.com/v1"',
      'const client = new',
      '({ ',
    ];
    expect(words.filter((word) => !grams.mayHave(word))).toEqual([]);
  });

  it('put aside words that it does not have', () => {
    const words = ['anthropic', 'openaiclient', 'chat/completions', 'localhost', 'base_url'];
    expect(words.filter((word) => grams.mayHave(word))).toEqual([]);
  });

  it('tell nothing of short words and of letters beyond ASCII', () => {
    expect(grams.mayHave('zzz')).toBe(true);
    expect(grams.mayHave('京都から大阪')).toBe(true);
  });

  it('tell the words of a text in lower case too', () => {
    expect(new Grams('\u212Aaggle').mayHave('kaggle')).toBe(true);
    expect(new Grams('M\u0130STRAL').mayHave('stral')).toBe(true);
  });

  it('tell whether one of several words may be there', () => {
    expect(grams.mayHaveAny(['anthropic', 'openai'])).toBe(true);
    expect(grams.mayHaveAny(['anthropic', 'mistral'])).toBe(false);
    expect(grams.mayHaveAny([])).toBe(false);
  });

  it('are kept for the text that was asked for last', () => {
    const first = gramsOf('a text');
    expect(gramsOf('a text')).toBe(first);
    expect(gramsOf('another')).not.toBe(first);
  });
});
