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

  it.each(['L=(a b)', 'L="a b"', 'L := a b', 'M="b"\nL="a" $M'])('of words of a shell: %s', (text) =>
    expect(entriesOf(text, 'L', true)).toEqual(['a', 'b']),
  );

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
    ['L = [1, 2]', []],
    ['other = ["a"]', []],
  ])('has its keys and parts: %s', (text, entries) => expect(entriesOf(text)).toEqual(entries));
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
