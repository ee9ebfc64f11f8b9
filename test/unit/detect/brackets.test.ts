import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';

const marksAround = (text: string, at: number): string =>
  new Brackets(text)
    .around(at)
    .map(({ mark }) => mark)
    .join('');

describe('Brackets', () => {
  it('gives the open brackets of a place, innermost first', () => {
    const text = 'f({a: [1, x], b: (2)})';
    expect(marksAround(text, text.indexOf('x'))).toBe('[{(');
    expect(marksAround(text, text.indexOf('b:'))).toBe('{(');
    expect(marksAround(text, 0)).toBe('');
  });

  it('lets any closing mark close the last opening one', () => {
    const text = 'f([a} b)c';
    expect(marksAround(text, text.indexOf('b'))).toBe('(');
    expect(marksAround(text, text.indexOf('c'))).toBe('');
  });

  it('counts the opening marks of each kind', () => {
    const brackets = new Brackets('f(a, [b, (c)], {})');
    expect(['(', '[', '{', ')'].map((mark) => brackets.count(mark))).toEqual([2, 1, 1, 0]);
  });

  it('does not let far brackets speak for a place, and still knows them', () => {
    const text = `[${'a, '.repeat(1_000)}x]`;
    const brackets = new Brackets(text);
    expect(brackets.around(text.indexOf('x'))).toEqual([]);
    expect(brackets.open(text.indexOf('x'))).toEqual([{ at: 0, mark: '[', close: text.length - 1 }]);
  });

  it('ends the content of each bracket where it is closed itself', () => {
    const text = '{a: {b: x}, c: y} z';
    const brackets = new Brackets(text);
    const [inner, outer] = brackets.around(text.indexOf('x'));
    const contentOf = (bracket: typeof inner): string => {
      if (bracket === undefined) return '';
      const { start, end } = brackets.contentOf(bracket, text.indexOf('x'));
      return text.slice(start, end);
    };
    expect(contentOf(inner)).toBe('b: x');
    expect(contentOf(outer)).toBe('a: {b: x}, c: y');
  });

  it('takes a bracket that is never closed as open to the end', () => {
    const text = '{a: x';
    const brackets = new Brackets(text);
    expect(brackets.around(4)[0]?.close).toBe(text.length);
  });
});
