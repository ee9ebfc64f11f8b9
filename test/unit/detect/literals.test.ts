import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { Literals } from '../../../src/core/detect/literals';

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
    'M="a b"\nL="${M}"',
    'L=(a \\\n b)',
    'L=(a;b)',
    'L=("a b")',
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
    ['L = {"k":\n  "a", "l": "b"}', ['k=a', 'l=b']],
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
    expect([entriesOf(list(1, 19_000)).length, entriesOf(list(1, 20_000)).length]).toEqual([1, 0]);
  });
});

describe('a list of a shell', () => {
  it.each([
    ['A="a b"\nL=($A c)\n', ['a', 'b', 'c']],
    ['L=($L a)\n', ['a']],
    ['A=($L a)\nL=($A b)\n', ['a', 'b']],
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
