import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { CodeVariables } from '../../../src/core/detect/codeVariables';

/** The value of a name at the last place of it, or at the mark `¦`; `undefined` where it is given none there. */
function valueAt(
  marked: string,
  name: string,
  asked: { isMember: boolean; isOwn?: boolean } = { isMember: false },
): string | undefined {
  const text = marked.replace('¦', '');
  const at = marked.includes('¦') ? marked.indexOf('¦') : text.length;
  const variables = new CodeVariables(text, new Brackets(text));
  const found = variables.assignedTo(name, { at, ...asked });
  return found && text.slice(found.from, variables.endOfValue(found.from));
}

/** What follows each use of the variable that gets the value at the mark `¦`. */
function usesAt(marked: string): readonly string[] {
  const text = marked.replace('¦', '');
  const variables = new CodeVariables(text, new Brackets(text));
  const given = variables.givenTo(marked.indexOf('¦'));
  return given === undefined ? [] : variables.usesOf(given).map(({ end }) => text.slice(end, end + 2));
}

/** What else the text gives the variable that gets the value at the mark `¦`. */
function othersAt(marked: string, most = 9): readonly string[] {
  const text = marked.replace('¦', '');
  const variables = new CodeVariables(text, new Brackets(text));
  const given = variables.givenTo(marked.indexOf('¦'));
  return given === undefined
    ? []
    : variables.othersOf(given, most).map(({ from }) => text.slice(from, variables.endOfValue(from)));
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
    ['¦b = 1\na = 1\n', undefined],
    ['a = "x, y"\nb', '"x, y"'],
    ["a = 'x; y'; b", "'x; y'"],
    ['a = `x,\ny`; b', '`x,\ny`'],
    ['a = f(1', 'f(1'],
    ['while (a = f()) { ¦ }', undefined],
    ['x y(a = 1);\n¦', undefined],
    ['function f() { const a = 1; ¦}', '1'],
    ['def f():\n    a = 1\n¦def g():\n', undefined],
    ['def f():\n    if b:\n        a = 1\n    ¦c\n', undefined],
    ['def f():\n    b = 1\n    a = 1\n    c = 1\n    ¦d = 1\n', '1'],
    ['def f(a=1):\n    b\n    c\n    ¦d\n', '1'],
    [`a = 1\n${'def f():\n    a = 2\n'.repeat(50)}¦b`, undefined],
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
    expect(valueAt(text, 'a', { isMember: true })).toBe(expected);
  });

  it('is that of the object itself, and of an entry of something else only where it has none', () => {
    const text = 'self.a = 1\nb = {a: 2}\n';
    expect(valueAt(text, 'a', { isMember: true })).toBe('2');
    expect(valueAt(text, 'a', { isMember: true, isOwn: true })).toBe('1');
    expect(valueAt('b = {a: 2}\n', 'a', { isMember: true, isOwn: true })).toBe('2');
    expect(valueAt('self.b = 1\n', 'a', { isMember: true, isOwn: true })).toBeUndefined();
  });

  it('ends with the text, and after so many characters', () => {
    const endOf = (text: string): number => new CodeVariables(text, new Brackets(text)).endOfValue(4);
    expect(endOf('a = 1')).toBe(5);
    expect(endOf(`a = ${'x'.repeat(3_000)}`)).toBe(2_004);
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
    ['a = 1¦\nf(a)\n', []],
    [`a = ${'x'.repeat(1_990)}¦x\nf(a)\n`, [')\n']],
    ['a, err := ¦f()\ng(a)\n', [')\n']],
    ['_a = ¦1; f(_a); g(_a);', [');', ');']],
    ['b = ¦1; f(ab);', []],
    ['a_b = ¦1; f(xa_b);', []],
    ['class Settings:\n    a = ¦1\n\nf(Settings.a)\nf(Others.a)\nf(a)\n', [')\n']],
    ['class Others:\n    b = 1\n\nclass Settings:\n    a = ¦1\n\nf(Others.a)\nf(Settings.a)\n', [')\n']],
    ['f = function (x, { a = ¦1 }) { g(a); };', [');']],
    ['class A(private val a: S = ¦1) {\n  fun f() = g(this.a)\n}\n', [')\n']],
    [`${'f(a)\n'.repeat(50)}a = ¦1\nf(a)\n`, [')\n']],
    [`let a = ¦1;\n${'function f() { let a = 2; g(a); }\n'.repeat(50)}h(a);\n`, []],
  ])('%j', (text, expected) => {
    expect(usesAt(text)).toEqual(expected);
  });

  it('are so many at most', () => {
    expect(usesAt(`A = ¦1\n${'f(A)\n'.repeat(20)}`)).toHaveLength(12);
  });
});

describe('what else a variable is given', () => {
  it.each([
    ['a = ¦1\na = 2\nb = 3\n', ['2']],
    ['def f():\n    a = ¦1\n    a = 2\n\ndef g():\n    a = 3\n', ['2']],
    ['def f():\n    a = ¦1\n\ndef g():\n    global b, a\n    a = 3\n', ['3']],
    ['def f():\n    if b:\n        c\n        a = ¦1\n    a = 2\n', ['2']],
    ['class A:\n    def f():\n        a = ¦1\n    def g():\n        a = 2\n', []],
    ['function f() {\n    $a = ¦1;\n}\nfunction g() {\n    $a = 2;\n}\n', []],
    ['function f() {\n    a = ¦1;\n}\nfunction g() {\n    a = 2;\n}\n$', ['2']],
    ['a = ¦1;\nif (b) {\n  const a = 2;\n}\n', []],
    ['a = ¦1\nif b {\n\ta := 2\n}\n', []],
    [
      'class A:\n    def f(self):\n        self.a = ¦1\n    def g(self):\n        self.a = 2\n' +
        'class B:\n    def f(self):\n        self.a = 3\n',
      ['2'],
    ],
  ])('%j', (text, expected) => {
    expect(othersAt(text)).toEqual(expected);
  });

  it('are so many at most', () => {
    expect(othersAt('a = ¦1\na = 2\na = 3\na = 4\n', 2)).toEqual(['2', '3']);
  });
});
