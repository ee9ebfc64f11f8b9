import { describe, expect, it } from 'vitest';
import { Tracer } from '../../../src/core/detect/tracer';

const values = (text: string, name: string): readonly string[] =>
  new Tracer(text).expressionsOf(name).map(({ start, end }) => text.slice(start, end));

describe('what a name is given', () => {
  it.each([
    ['m = a', ['a']],
    ['m=a', ['a']],
    ['m := a', ['a']],
    ['m: a', ['a']],
    ['{"m": a, "n": b}', ['a']],
    ['m: str = a', ['a']],
    ['m: list[str] | None = a', ['a']],
    ['m?: a', []],
    [`m: ${'x'.repeat(70)} = a`, [`${'x'.repeat(70)} = a`]],
    ['m == a', []],
    ['m: x == a', ['x == a']],
    ['if m:\n  a', []],
    ['if m: \r\n  a', []],
    ['m = a\nm = b', ['a', 'b']],
    ['m = a; n = b', ['a']],
    ['m = a # b', ['a']],
    ['m = a  \nb', ['a']],
    ['m = f(a, b), c', ['f(a, b)']],
    ['m = [a,\n  b]\nc', ['[a,\n  b]']],
    ['m = {a: b}', ['{a: b}']],
    ['f(m=a)', ['a']],
    ['m = "a, b"', ['"a, b"']],
    ['m = "a\\", b" or c', ['"a\\", b" or c']],
    ['m = `a;b`', ['`a;b`']],
    ["m = 'a#b'", ["'a#b'"]],
    [`m = ${'a'.repeat(500)}`, ['a'.repeat(400)]],
    ['mm = a\nom = b\nm2 = c\n_m = d', []],
    ['am m = a', ['a']],
    ['x.m = a', ['a']],
    ['say("the m = a")', []],
    ["say('m = a')", ["a')"]],
    ['say("it is m = a")', []],
    ["say('a' + m, n)", []],
    ['m: x, y = a', ['a']],
    ['m: f(x) = a', ['f(x) = a']],
    ["say('a', m = b)", ['b']],
    ['"m": a', ['a']],
    ['--m = a', ['a']],
    ['m', []],
    ['', []],
  ])('%j: %j', (text, expected) => expect(values(text, 'm')).toEqual(expected));
});

describe('what a parameter is given', () => {
  it.each([
    ['def f(m): pass\nf(a)', ['a']],
    ['def f(m): pass\nf(a, b)\nf(c)', ['a', 'c']],
    ['def f(x, m): pass\nf(a, b)', ['b']],
    ['def f(x, y, m): pass\nf(a, g(1, 2), [b, c])', ['[b, c]']],
    ['def f(x=g(1, 2), m): pass\nf(a, b)', ['b']],
    ['def f(self, m): pass\nx.f(a, b)', ['a']],
    ['def f(cls, m): pass\nx.f(a, b)', ['a']],
    ['def f(selfish, m): pass\nf(a, b)', ['b']],
    ['function f(m) {}\nf(a)', ['a']],
    ['func f(m string) {}\nf(a)', ['a']],
    ['fn f(m) {}\nf(a)', ['a']],
    ['fun f(m) {}\nf(a)', ['a']],
    ['static Model f(String m) { }\nf(a);', ['a']],
    ['List<Model> f(Map<String, Tier> x, Tier m) throws A, B { }\nx.f(a, b);', ['b']],
    ['Model[] f(int[] x, final Tier m) {\n}\nreturn f(a, b);', ['b']],
    ['string? f(string m) => m;\nG(f(a));', ['a']],
    ['async f(m: Tier): Promise<string> {}\nthis.f(a);', ['a']],
    ['return f(m) { }\nf(a)', []],
    ['val x = f(m) { }\nf(a)', []],
    ['Model f(Tier m);\nf(a);', []],
    ['class A:\n  def __init__(self, m): pass\nA(a)', ['a']],
    ['class A:\n  def __init__(self, m): pass\n__init__(a)', []],
    ['def __init__(self, m): pass\n__init__(a)', []],
    ['def f(m): pass\ndef f(n): pass', []],
    ['def f(m): pass\nf()', []],
    ['def f(x, m): pass\nf(a)', []],
    ['def f(x, m): pass\nf(a; b)', []],
    ['def f(m): pass\nf(n=a)', []],
    ['def f(m): pass\nf(n == a)', ['n == a']],
    ['def f(m): pass\nf (a)', []],
    ['def f(m): pass\ng.f(a)', ['a']],
    ['def f(m): pass\nff(a)', []],
    ['def f[m]: pass\nf(a)', []],
    ['if (m) {}\nif (a)', []],
    ['g(m)\ng(a)', []],
    ['(m)\n(a)', []],
    ['def f(m=b): pass\nf(a)', ['b', 'a']],
    ['def f(m: str = b): pass\nf()', ['b']],
    ['const f = (m) => g(m);\nf(a);', ['a']],
    ['const f = async (n: string, m: string): Promise<T> => g(m);\nf(b, a);', ['a']],
    ['const f = (m);\nf(a);', []],
  ])('%j: %j', (text, expected) => expect(values(text, 'm')).toEqual(expected));

  it('is not looked for far from its declaration', () => {
    expect(values(`def f(${' '.repeat(390)}m): pass\nf(a)`, 'm')).toEqual(['a']);
    expect(values(`def f(${' '.repeat(400)}m): pass\nf(a)`, 'm')).toEqual([]);
  });
});

describe('the search', () => {
  it('looks at so many places of a name', () => {
    expect(values('m = a\n'.repeat(61), 'm')).toHaveLength(60);
  });

  it('looks for so many names, and remembers those', () => {
    const names = Array.from({ length: 25 }, (_, at) => `n${at}`);
    const tracer = new Tracer(names.map((name) => `${name} = a\n`).join(''));
    expect(names.map((name) => tracer.expressionsOf(name).length)).toEqual([...Array(24).fill(1), 0]);
    expect(tracer.expressionsOf('n3')).toHaveLength(1);
  });

  it('looks for fewer names in a long text', () => {
    const tracer = new Tracer(`m = a\nn = b\n${' '.repeat(2_500_000)}`);
    expect([tracer.expressionsOf('m').length, tracer.expressionsOf('n').length]).toEqual([1, 0]);
  });
});
