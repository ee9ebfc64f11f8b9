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
  ])('has its names, its list and its body: %s', (text, loop) =>
    expect(loopsOf(text)[0]?.map((part) => part.trim())).toEqual(loop.map((part) => part.trim())),
  );

  it.each(['lapply(L, function(m) f(m))', 'array_map(fn($m) => f($m), $L)', 'map(lambda m: f(m), L)'])(
    'is a function that is given the list: %s',
    (text) =>
      expect(loopsOf(text).map(([pattern, list]) => [pattern, list.replace('$', '')])).toContainEqual([
        text.includes('$m') ? '$m)' : 'm',
        'L',
      ]),
  );

  it('is none where nothing is gone over', () =>
    expect(loopsOf('for (let i = 0; i < 3; i++) f(i);')).toEqual([]));
});
