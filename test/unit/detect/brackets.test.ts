import { describe, expect, it } from 'vitest';
import { Brackets, callsBefore } from '../../../src/core/detect/brackets';

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

  it('finds what a mark opens', () => {
    const brackets = new Brackets('f(a[b]) c');
    expect(brackets.openedAt(1)).toEqual({ at: 1, mark: '(', close: 6 });
    expect(brackets.openedAt(3)).toEqual({ at: 3, mark: '[', close: 5 });
    expect([0, 2, 5, 6, 8].map((at) => brackets.openedAt(at))).toEqual(Array(5).fill(undefined));
  });

  it('finds what a mark closes', () => {
    const brackets = new Brackets('f(a)[b] c');
    expect(brackets.closedAt(3)).toEqual({ at: 1, mark: '(', close: 3 });
    expect(brackets.closedAt(6)).toEqual({ at: 4, mark: '[', close: 6 });
    expect([brackets.closedAt(1), brackets.closedAt(8), new Brackets(')').closedAt(0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('callsBefore', () => {
  const before = (text: string): readonly string[] =>
    callsBefore(text, new Brackets(text), text.indexOf('NAME')).map(
      ({ start, end }) => `${text.slice(start, end)})`,
    );

  it.each([
    ['A(x="y").b.c(model=NAME)', ['A(x="y")']],
    ['new A({ x: "y;" })\n  .b\n  .c({ z: [f(1)], model: NAME })', ['A({ x: "y;" })']],
    ['make({ x })(NAME)', ['make({ x })']],
    ['A::B.new(x: 1).chat(parameters: { model: NAME })', ['B.new(x: 1)']],
    ['A::f()->with(x)->chat()->create([NAME])', ['chat()', 'with(x)', 'f()']],
    ['A.b().u(x).build().c(P.b().m(NAME).d())', ['P.b()', '.build()', '.u(x)', 'A.b()']],
    ['run(x).all(() => A().b(NAME))', ['A()']],
    ['run(x).all(lambda: A().b(NAME))', ['A()']],
    ['f(NAME)', []],
  ])('%s', (text, calls) => expect(before(text)).toEqual(calls));
});
