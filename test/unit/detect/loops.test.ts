import { describe, expect, it } from 'vitest';
import { Brackets } from '../../../src/core/detect/brackets';
import { Loops } from '../../../src/core/detect/loops';

const loopsOf = (text: string): readonly (readonly [pattern: string, list: string, body: string])[] =>
  [...new Loops(text, new Brackets(text)).all()].map(({ pattern, list, bodies }) => [
    pattern.trim().replace(/^\(/, ''),
    text.slice(list.start, list.end).trim(),
    bodies.map(({ start, end }) => text.slice(start, end).trim()).join(' … '),
  ]);

describe('a loop', () => {
  it.each([
    ['for m in L:\n    f(m)\ng()', ['m', 'L', ': \n    f(m)'.replace(': ', ':')]],
    ['for _, m := range L {\n\tf(m)\n}\ng()', ['_, m', 'L', 'f(m)']],
    ['for (String m : L) { f(m); }', ['String m', 'L', 'f(m);']],
    ['for (const m of L) f(m);\ng();', ['const m', 'L', ') f(m);']],
    ['[f(m) for m in L]', ['m', 'L', 'f(m) … ']],
    ['foreach ($L as $m) { f($m); }', ['$m', '$L', 'f($m);']],
    ['for m in a b; do f $m; done; g', ['m', 'a b', '; do f $m;']],
    ['L.map((m) => f(m));', ['m)', 'L', '(m) => f(m)']],
    ['L.stream().map(m -> f(m))', ['m', 'L.stream()', 'm -> f(m)']],
    ['L.each do |m|\n  f(m)\nend\n', ['m', 'L', '|m|\n  f(m)']],
    ['L |> Enum.map(fn m -> f(m) end)', ['m', 'L', 'fn m -> f(m) end']],
    ['L.forEach { f(it) }', ['it', 'L', 'f(it)']],
    // A body ends where a line begins no further in, whatever blank lines are in it.
    ['for m in L:\n    f(m)\n\n    g(m)\nh()', ['m', 'L', ':\n    f(m)\n\n    g(m)']],
    ['if x:\n    for m in L:\n        f(m)\n    g()', ['m', 'L', ':\n        f(m)']],
    ['for m in L: f(m)\ng()', ['m', 'L', ': f(m)']],
    ['for m in L\n  f(m)\nend\n', ['m', 'L', 'f(m)']],
    ['for m in models {\n f(m)\n}\ng()', ['m', 'models', 'f(m)']],
    ['for m in L loop f(m); end loop;', ['m', 'L', 'loop f(m); end loop;']],
    ['for m in L do f(m) end', ['m', 'L', 'do f(m) end']],
    // A list is an expression with its brackets, its texts and what is called of it.
    ['for m in L.get("a:b"):\n  f(m)\n', ['m', 'L.get("a:b")', ':\n  f(m)']],
    ['for m in "a\\"b":\n  f(m)\n', ['m', '"a\\"b"', ':\n  f(m)']],
    ['for m in "a", "b":\n  f(m)\n', ['m', '"a", "b"', ':\n  f(m)']],
    ['for m in "a","b":\n  f(m)\n', ['m', '"a","b"', ':\n  f(m)']],
    ['for m in x, y:\n  f(m)\n', ['m', 'x', ', y:\n  f(m)']],
    ['for m in x, "b":\n  f(m)\n', ['m', 'x', ', "b":\n  f(m)']],
    ['for m in "a", x, "b":\n  f(m)\n', ['m', '"a"', ', x, "b":\n  f(m)']],
    ['for m in "a: b".split():\n  f(m)\n', ['m', '"a: b".split()', ':\n  f(m)']],
    ["for m in it's\n  f(m)\n", ['m', 'it', "'s\n  f(m)"]],
    ['for m in f (x):\n  g(m)\n', ['m', 'f (x)', ':\n  g(m)']],
    ['for m in a \\\n  b; do f $m; done', ['m', 'a \\\n  b', '; do f $m;']],
    ['for m in\n        {"a"}:\n  f(m)\n', ['m', '{"a"}', ':\n  f(m)']],
    ['for _, m := range L["x"] {\n f(m)\n}', ['_, m', 'L["x"]', 'f(m)']],
    ['for _, m := range map[string] T{"a": 1} {\n f(m)\n}', ['_, m', 'map[string] T{"a": 1}', 'f(m)']],
    ['for m in a::b {\n f(m)\n}', ['m', 'a::b', 'f(m)']],
    ['for m in []string{"a", "b"} {\n f(m)\n}', ['m', '[]string{"a", "b"}', 'f(m)']],
    ['foreach (var m in new[] { "a", "b" }) { f(m); }', ['var m', 'new[] { "a", "b" }', 'f(m);']],
    // A comprehension is in brackets of its own, a loop of a function is not.
    ['{f(m): 1 for m in L}', ['m', 'L', 'f(m): 1 … ']],
    ['x = {\n  a() { for (const m of L) f(m); },\n}', ['const m', 'L', ') f(m); },']],
    ['{\n  f(m): 1\n  for m in L\n}', ['m', 'L', 'f(m): 1 … ']],
    ['[f(m) for m in L if g(m)]', ['m', 'L', 'f(m) … if g(m)']],
    ['{ g(); for (const m of L) f(m); }', ['const m', 'L', ') f(m); }']],
    ['f( for m in L)', ['m', 'L', ')']],
    // What a function is called of may go over lines, and is not what stands before it.
    ['x = y\n  .filter(a)\n  .map(m => f(m))', ['m', 'y\n  .filter(a)', 'm => f(m)']],
    ['x.\n  map(m => f(m))', ['m', 'x', 'm => f(m)']],
    ['x).map(m => f(m))', ['m', 'x)', 'm => f(m)']],
    ['x.y?.map(m => f(m))', ['m', 'x.y', 'm => f(m)']],
    ['return f(x).map(m => g(m))', ['m', 'f(x)', 'm => g(m)']],
    ['["a", "b"].map(m => g(m))', ['m', '["a", "b"]', 'm => g(m)']],
    ['L %>%\n  purrr::map(function(m) f(m))', ['m', 'L', 'function(m) f(m)']],
    ['a |> b; L.map(m => f(m))', ['m', 'L', 'm => f(m)']],
    ['L |> Enum.each(&f(&1))', ['&1', 'L', '&f(&1)']],
    // The head of a function.
    ['L.forEach(async (m, i) => { f(m); })', ['m, i)', 'L', 'async (m, i) => { f(m); }']],
    ['L.iter().map(|&m| f(m))', ['&m', 'L.iter()', '|&m| f(m)']],
    ['L.iter().map(|&&m| f(m))', ['&&m', 'L.iter()', '|&&m| f(m)']],
    ['L.iter().map(|m: &str| f(m))', ['m: &str', 'L.iter()', '|m: &str| f(m)']],
    ['L.each_with_index do |m, i|\n  f(m)\nend\n', ['m, i', 'L', '|m, i|\n  f(m)']],
    ['foreach ($a["m"] as $k => $m) f($m);', ['$k , $m', '$a["m"]', 'f($m);']],
    // A test runs for each of a list.
    [
      '@pytest.mark.parametrize("m", L)\n@mark\ndef test_a(x, m):\n    f(m)\n\ndef g():\n    h()',
      ['m', 'L', ':\n    f(m)'],
    ],
    [
      '@pytest.mark.parametrize(("m", "n"), [("a", 1)], ids=i)\nasync def test_a(m, n) -> None:\n    f(m)\n',
      ['m, n', '[("a", 1)]', '-> None:\n    f(m)'],
    ],
    [
      '@ParameterizedTest\n@ValueSource(strings = { "a", "b" })\nvoid asks(String m) {\n  f(m);\n}\n',
      ['String m', '{ "a", "b" }', 'f(m);'],
    ],
    [
      '@ValueSource(strings = ["a", "b"])\nfun `asks (a model)`(m: String) {\n  f(m)\n}\n',
      ['m: String', '["a", "b"]', 'f(m)'],
    ],
    [
      "it.each(['a', 'b'])('asks %s (a, b)', async (m) => { f(m); });",
      ['m)', "['a', 'b']", 'async (m) => { f(m); }'],
    ],
    ['describe.only.each(L)("x", ({ m }) => { f(m); });', ['m })', 'L', '({ m }) => { f(m); }']],
  ])('has its names, its list and its body: %s', (text, loop) =>
    expect(loopsOf(text).map((one) => one.map((part) => part.trim()))).toEqual([
      loop.map((part) => part.trim()),
    ]),
  );

  it('is each resource of a list, by its value and its key', () =>
    expect(loopsOf('r "x" "y" {\n  for_each = toset(["a"])\n  v = each.value\n}\n')).toEqual([
      ['each.value', 'toset(["a"])', 'v = each.value'],
      ['each.key', 'toset(["a"])', 'v = each.value'],
    ]));

  it.each(['lapply(L, function(m) f(m))', 'array_map(fn($m) => f($m), $L)', 'map(lambda m: f(m), L)'])(
    'is a function that is given the list: %s',
    (text) =>
      expect(loopsOf(text).map(([pattern, list]) => [pattern, list.replace('$', '')])).toContainEqual([
        text.includes('$m') ? '$m)' : 'm',
        'L',
      ]),
  );

  it.each([
    'for (let i = 0; i < 3; i++) f(i);',
    'format m in L',
    'x.for m in L:',
    'L.map(f)',
    'L.map(&:name)',
    'L.map(x.y)',
    'L.map(a&b => f(b))',
    "it.each(L)('x', f);",
    'r "x" {\n  not_for_each = L\n}\n',
    '\nfor_each = L\n',
    '@pytest.mark.parametrize("m", L)\nx = 1\n',
    '@ValueSource(strings = { "a" })\nint x;\n',
    'it.each(L);',
  ])('is none where nothing is gone over: %s', (text) => expect(loopsOf(text)).toEqual([]));

  it('goes so far, and there are so many', () => {
    const body = (length: number): string => `for m in L:\n${' '.repeat(length)}f(m)\n`;
    expect(loopsOf(body(2_900))[0]?.[2]).toContain('f(m)');
    expect(loopsOf(body(3_000))[0]?.[2]).not.toContain('f(m)');
    expect(loopsOf(`for m in ${'x'.repeat(2_100)}:\n  f(m)\n`)[0]?.[1]).toHaveLength(2_000);
    const comprehension = (length: number): string => `[${'f(m)'.padEnd(length - 1)}for m in L]`;
    expect(loopsOf(comprehension(3_000))[0]?.[2]).toContain('f(m)');
    expect(loopsOf(comprehension(3_001))[0]?.[2]).not.toContain('f(m)');
    expect(loopsOf('for m in L:\n  f(m)\n'.repeat(201))).toHaveLength(200);
  });
});
