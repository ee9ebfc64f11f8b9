import { describe, expect, it } from 'vitest';
import { firstMatch, matchesOf } from '../../../src/core/text/matches';

const plain = (matches: Iterable<RegExpMatchArray>) => [...matches].map((match) => [match.index, ...match]);

describe('matchesOf', () => {
  it.each<readonly [string, RegExp]>([
    ['a1 b22 c', /[a-z](\d*)/g],
    ['a1 b22 c', /\d*/g],
    ['none', /\d+/g],
    ['', /x*/g],
    ['Ends with X', /x|$/gi],
    ['line\nline', /^/gm],
    ['👍👍 ok', /👍|\b/gu],
  ])('gives for %j what matchAll gives for %s', (text, form) => {
    expect(plain(matchesOf(text, form))).toEqual(plain(text.matchAll(form)));
  });

  it('goes on where it was when the expression is asked for something else between', () => {
    const form = /\d/g;
    const found: string[] = [];
    for (const [digit] of matchesOf('1 2 3', form)) found.push(digit, ...[...matchesOf('4 5', form)].flat());
    expect(found).toEqual(['1', '4', '5', '2', '4', '5', '3', '4', '5']);
  });

  it('leaves the expression as it was when it is not read to its end', () => {
    const form = /\d/g;
    for (const match of matchesOf('1 2 3', form)) if (match.index === 0) break;
    expect(form.test('7')).toBe(true);
  });
});

describe('firstMatch', () => {
  it('is of the first expression that finds something, and asks none behind it', () => {
    const asked: string[] = [];
    const form = (source: string): RegExp => {
      const made = new RegExp(source);
      const exec = made.exec.bind(made);
      return Object.assign(made, { exec: (text: string) => (asked.push(source), exec(text)) });
    };
    expect(firstMatch('b', [form('a'), form('b'), form('.')])?.[0]).toBe('b');
    expect(asked).toEqual(['a', 'b']);
    expect(firstMatch('c', [/a/, /b/])).toBeUndefined();
  });
});
