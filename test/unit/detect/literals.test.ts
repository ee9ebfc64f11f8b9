import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { isWordAt, Literals, type Entry } from '../../../src/core/detect/literals';

/** The entries of what a name is given, as `key=value`, with parts in braces. */
function entriesOf(text: string, name = 'L', isShell = false): readonly string[] {
  const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return new Literals(text, new Brackets(text), isShell)
    .named(name, text.length)
    .map(({ key, value, parts }) => {
      const held = [...parts].map(([part, range]) => `${part}:${at(range)}`).join(' ');
      return `${key ? `${at(key)}=` : ''}${value ? at(value) : ''}${held === '' ? '' : `{${held}}`}`;
    });
}

describe('a list that is written', () => {
  it.each([
    'L = ["a", "b"]',
    "L = [\n  'a', # first, 'x'\n  'b',\n]",
    'L := []string{"a", "b"}',
    'static final String[] L = {"a", "b"};',
    'List<String> L = Arrays.asList("a", "b");',
    'val L: List<String> = listOf("a", "b")',
    'const L: &[&str] = &["a", "b"];',
    'const L: [&str; 2] = ["a", "b"];',
    'var L = new List<string> { "a", "b" };',
    'const L = Object.freeze(["a", "b"]);',
    'L = %w[a b]',
    'L <- c("a", "b")',
    '@L ["a", "b"]',
    '$L = @("a", "b")',
    '$L = "a", "b"',
    'L = "a b".split()',
  ])('has its elements: %s', (text) => expect(entriesOf(text)).toEqual(['a', 'b']));

  it.each([
    'L=(a b)',
    'L="a b"',
    "L='a b'",
    'L="a  b" # c',
    'L := a b',
    'M="b"\nL="a" $M',
    'MY="a b"\nL="${MY}"',
    'L=(a \\\n b)',
    'L=(a;b)',
    'L=("a b")',
    'L="a\nb"',
    "L='\na \\\n  b\n'",
    'L=(#x\n a b # c\n)',
  ])('of words of a shell: %s', (text) => expect(entriesOf(text, 'L', true)).toEqual(['a', 'b']));

  it.each([
    'L = {"a": 1, "b": 2}',
    'L = { "a" => 1, "b" => 2 }',
    'val L = mapOf("a" to 1, "b" to 2)',
    'var L = map[string]int{"a": 1, "b": 2}',
    'Map<String, Integer> L = Map.of("a", 1, "b", 2);',
    'var L = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };',
  ])('has its keys: %s', (text) => expect(entriesOf(text)).toEqual(['a=', 'b=']));

  it.each([
    ['L = {"k": "a", small: "b"}', ['k=a', 'small=b']],
    ['L = [("a", "x"), ("b", "y")]', ['{0:a 1:x}', '{0:b 1:y}']],
    ['L = [{ id: "a", n: 1 }]', ['{id:a 0:a}']],
    ['L = {"k": {"id": "a", "n": "b"}}', ['k={id:a 0:a n:b 1:b}']],
    ['L = {"k": ["a", "b"]}', ['k={0:a 1:b}']],
    ['L = [Model("a", n="b"), Model("c")]', ['{0:a n:b 1:b}', '{0:c}']],
    ['L = [new Model { Id = "a" }]', ['{Id:a 0:a}']],
    ['L = [M{Id: "a"}, M{Id: "b"}]', ['{Id:a 0:a}', '{Id:b 0:b}']],
    ['L = {\n  k: "a"\n  l: "b"\n}', ['k=a', 'l=b']],
    ['L = {"k": \n  "a", "l": "b"}', ['k=a', 'l=b']],
    ['L = { k::l => "a" }', ['k::l=a']],
    ['L = { [K.l]: "a" }', ['K.l=a']],
    ['L = ("k" -> "a")', ['k=a']],
    ['L = Map.of("k", "a", "l", "b")', ['k=a', 'l=b']],
    ['L = ["a", f("b"), ["c", "d"]]', ['a', 'b', '{0:c 1:d}']],
    ['L = ["a", // "z"\n "b"]', ['a', 'b']],
    ['L = [x, y] + ["a"]', ['a']],
    ['L = "a\\"b"', ['a\\"b']],
    ['L = [1, 2]', []],
    ['L = []\n', []],
    ['f(L)\n', []],
    ['L = ["a,b", "c#d"]', ['a,b', 'c#d']],
    ['L = %w[a b]\nx = "c"', ['a', 'b']],
    ['L = f(["a"], "b")', ['{0:a}', 'b']],
    ['L = f([1] + "a")', ['']],
    ['L = ["a" // x\n, "b"]', ['a', 'b']],
    ['L = ["a", // "b"]', ['a']],
    ['L = ["a", // "b"]\n', ['a']],
    ['L = [x#{y}, "b"]', ['', 'b']],
    ['L = [1, "a"]', ['', 'a']],
    ['L ["a"]', []],
    ['L\n= ["a"]', []],
    ['L\nM: list[str] = ["a"]', []],
    ['L => ["a"]', []],
    ['L != ["a"]', []],
    ['L >= ["a"]', []],
    ['L == ["a"]', []],
    ['L <= ["a"]', []],
    ['L =~ ["a"]', []],
    ['L = M\nM = ["a"]', []],
    ['other = ["a"]', []],
  ])('has its keys and parts: %s', (text, entries) => expect(entriesOf(text)).toEqual(entries));

  it.each([
    ['L: list[str] = ["a"]', ['a']],
    ['L += ["a"]', ['a']],
    ['f(x, L=["a"])', ['a']],
    ['K, L = ["a"]', ['a']],
    ['L = ["b"]\nL = ["a"]', ['a']],
  ])('is the one that the name is given last: %s', (text, entries) =>
    expect(entriesOf(text)).toEqual(entries),
  );

  it('is read up to so many entries and characters', () => {
    const list = (count: number, blanks = 0): string => `L = [${'"a", '.repeat(count)}${' '.repeat(blanks)}]`;
    expect(entriesOf(list(201))).toHaveLength(200);
    expect([entriesOf(list(1, 19_994)).length, entriesOf(list(1, 19_995)).length]).toEqual([1, 0]);
    expect(entriesOf(`${' '.repeat(20_000)}\n${list(1)}`)).toEqual(['a']);
    expect(entriesOf(`L = %w[${'a '.repeat(201)}]`)).toHaveLength(200);
  });
});

describe('a list of a shell', () => {
  it.each([
    ['A="a b"\nL=($A c)\n', ['a', 'b', 'c']],
    ['L=($L a)\n', ['a']],
    ['A=($L a)\nL=($A b)\n', ['a', 'b']],
    ['A=a\nB=b\nC=c\nD=d\nE=e\nL=($A $B $C $D $E f)\n', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['L=([a]=x [b]="y")\n', ['a=', 'b=']],
    ['L=(\n  "a"\n  "${L[@]}"\n)\n', ['a']],
  ])('is read with its variables, and ends where one is made of itself: %j', (text, entries) =>
    expect(entriesOf(text, 'L', true)).toEqual(entries),
  );

  it('is read so deep as anybody writes one', () => {
    const chain = Array.from({ length: 5_000 }, (_, at) => `A${at}=($A${at + 1})`).join('\n');
    expect(entriesOf(`${chain}\nL=($A0 a)\n`, 'L', true)).toEqual(['a']);
    expect(() => entriesOf(`L = ${'('.repeat(5_000)}"a"${')'.repeat(5_000)}`)).not.toThrow();
  });
});

describe('the list of an expression', () => {
  const text = 'L = ["a"]\nf(M)\nL = ["b"]\n';
  const valuesIn = (whole: string, entriesOf: (literals: Literals) => readonly Entry[]): readonly string[] =>
    entriesOf(new Literals(whole, new Brackets(whole), false)).map(({ value }) =>
      whole.slice(value?.start, value?.end),
    );

  it.each([
    ['["c"]', 'c'],
    ['sorted(L)', 'b'],
    ['M + L', 'b'],
  ])('is written in it, or is what a name in it is given last: %s', (expression, value) => {
    const range = { start: text.length, end: text.length + expression.length };
    expect(valuesIn(text + expression, (literals) => literals.of(range))).toEqual([value]);
  });

  it('is the one before a place, or the first behind it', () => {
    const named = (before: number) => valuesIn(text, (literals) => literals.named('L', before));
    expect([0, text.indexOf('f('), text.length].map(named)).toEqual([['a'], ['a'], ['b']]);
  });
});

describe('isWordAt', () => {
  it.each([
    ['ab c', 0, 2, true],
    ['ab c', 0, 1, false],
    ['xab', 1, 2, false],
  ])('of %j at %i, %i long, is %j', (text, at, length, isWord) =>
    expect(isWordAt(text, at, length)).toBe(isWord),
  );
});
