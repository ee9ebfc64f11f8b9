import { describe, expect, it } from 'vitest';
import { Decoder } from '../../../src/core/documents/decodedText';
import { addDoubled, addEscaped, escapeAt, hasEscape } from '../../../src/core/documents/escapes';

describe('escapeAt', () => {
  it.each([
    ['\\n', '\n', 2],
    ['\\/', '/', 2],
    ['\\"', '"', 2],
    ['\\q', 'q', 2],
    ['\\u002f', '/', 6],
    ['\\u{2f}', '/', 6],
    ['\\x2F', '/', 4],
    ['\\U0000002f', '/', 10],
    ['\\u{1F600}', '😀', 9],
    ['\\u00', 'u', 2],
    ['\\u{110000}', 'u', 2],
    ['\\x{zz}', 'x', 2],
    ['\\\n', '', 2],
    ['\\\r\n', '', 3],
  ])('%j means %j', (text, meaning, end) => {
    expect(escapeAt(text, 0, text.length)).toEqual({ meaning, end });
  });

  it('never reads behind the end', () => {
    expect(escapeAt('\\u002f', 0, 4)).toEqual({ meaning: 'u', end: 2 });
    expect(escapeAt('\\', 0, 1)).toEqual({ meaning: '', end: 1 });
  });
});

describe('addEscaped', () => {
  const meaning = (text: string, folds = false): string => {
    const decoder = new Decoder(text);
    addEscaped(decoder, text, { start: 0, end: text.length }, folds);
    return decoder.finish().text;
  };

  it('reads every escape', () => expect(meaning('a\\/b\\n\\u0063\\\\')).toBe('a/b\nc\\'));

  it('leaves out the blanks of a line that is gone on with, where the language does', () => {
    expect(meaning('a/\\\n   b', true)).toBe('a/b');
    expect(meaning('a/\\\n   b')).toBe('a/   b');
  });
});

describe('addDoubled', () => {
  it('reads a quote that is written twice', () => {
    const text = 'say ""hi"" there';
    const decoder = new Decoder(text);
    addDoubled(decoder, text, { start: 0, end: text.length }, '"');
    const decoded = decoder.finish();
    expect(decoded.text).toBe('say "hi" there');
    expect(decoded.sourceOffset(5)).toBe(6);
  });
});

describe('hasEscape', () => {
  it('tells whether there is one in the range', () => {
    expect(hasEscape('a\\n', { start: 0, end: 3 })).toBe(true);
    expect(hasEscape('a\\n', { start: 0, end: 1 })).toBe(false);
  });
});
