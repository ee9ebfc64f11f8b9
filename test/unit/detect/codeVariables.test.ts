import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { CodeVariables } from '../../../src/core/detect/codeVariables';

/** The value of a name at the last place of it, or at the mark `¦`; `undefined` where it is given none there. */
function valueAt(marked: string, name: string, isMember = false): string | undefined {
  const text = marked.replace('¦', '');
  const at = marked.includes('¦') ? marked.indexOf('¦') : text.length;
  const variables = new CodeVariables(text, new Brackets(text));
  const found = variables.assignedTo(name, { at, isMember });
  return found && text.slice(found.from, variables.endOfValue(found.from));
}

/** What follows each use of the variable that gets the value at the mark `¦`. */
function usesAt(marked: string): readonly string[] {
  const text = marked.replace('¦', '');
  const variables = new CodeVariables(text, new Brackets(text));
  const given = variables.givenTo(marked.indexOf('¦'));
  return given === undefined ? [] : variables.usesOf(given).map(({ end }) => text.slice(end, end + 2));
}

describe('the value of a variable', () => {
  it.each([
    ['a = f(1)\nb = 2\n', 'f(1)'],
    ['var a = f("x;y"); g()', 'f("x;y")'],
    ['a := f(\n\t1,\n)\nb()\n', 'f(\n\t1,\n)'],
    ['a, err := f()\n', 'f()'],
    ['val a: Client = f()\n  .g()\nb()\n', 'f()\n  .g()'],
    ['a = f() |> g("x")\nb', 'f() |> g("x")'],
    ["$a = F::f()->g('x');", "F::f()->g('x')"],
    ['a = 1\na = 2\n', '2'],
    ['a = 1\n¦a = 2\n', '1'],
    ["a = 'it\nb = 2\n", "'it"],
    ['def f():\n    a = 1\n\ndef g():\n    ¦', undefined],
    ['function f() { const a = 1; }\nfunction g() { ¦ }', undefined],
    ['function f() { const a = 1; g(() => { ¦ }); }', '1'],
    ['f(a=1)\n¦', undefined],
    ['def f(a=1):\n    ¦', '1'],
    ['def f(a=1):\n    g()\ndef h():\n    ¦', undefined],
    ['def f(a):\n    if a == 1:\n        ¦', undefined],
    ['const f = (a) => a;', undefined],
  ])('%j', (text, expected) => {
    expect(valueAt(text, 'a')).toBe(expected);
  });

  it.each([
    ['self.a = 1\n', '1'],
    ['this.a = f({ b: 1 });', 'f({ b: 1 })'],
    ['@a = f(1)\n', 'f(1)'],
    ['{ a: f(1), b: 2 }', 'f(1)'],
    ['{"a": f(1), "b": 2}', 'f(1)'],
    ['class A:\n    def f(self):\n        ¦self.b()\n    def g(self):\n        self.a = 1\n', '1'],
    ['class A:\n    def f(self):\n        self.a = 1\nclass B:\n    def f(self):\n        ¦', undefined],
  ])('of an object: %j', (text, expected) => {
    expect(valueAt(text, 'a', true)).toBe(expected);
  });
});

describe('the choice around a value', () => {
  it.each([
    ['ask({ model: isGroq ? "¦a" : "b" })', 'isGroq'],
    ['ask({ model: isGroq ? "a" : "¦b" })', 'isGroq'],
    ['ask(model="¦a" if is_groq else "b")', 'is_groq'],
    ['ask(model="a" if is_groq else "¦b")', 'is_groq'],
    ['ask(mode === "x" ? "¦a" : "b")', 'mode === "x"'],
    ['ask(isGroq ? "a" : "b", "¦c")', undefined],
    ['ask("¦c", isGroq ? "a" : "b")', undefined],
  ])('%j', (marked, condition) => {
    const text = marked.replace('¦', '');
    const variables = new CodeVariables(text, new Brackets(text));
    expect(variables.choiceAround(marked.indexOf('¦'))?.condition).toBe(condition);
  });
});

describe('the uses of a variable', () => {
  it.each([
    ['a = ¦1\nf(a.)\ng(a=2)\nb = a;', ['.)', ';']],
    ['f(A)\nA = ¦1\n', [')\n']],
    ['def f():\n    a = ¦1\n    g(a)\n\ndef h():\n    g(a)\n', [')\n']],
    ['a = ¦1\nf(a)\na = 2\ng(a)\n', [')\n']],
    ['$a = ¦1; f($a);', [');']],
    ['f(¦1)', []],
    ['a = { b: ¦1 }\nf(a.b)\n', ['.b']],
  ])('%j', (text, expected) => {
    expect(usesAt(text)).toEqual(expected);
  });

  it('are so many at most', () => {
    expect(usesAt(`A = ¦1\n${'f(A)\n'.repeat(20)}`)).toHaveLength(12);
  });
});
