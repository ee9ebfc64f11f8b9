import { expect, it } from 'vitest';
import { flowEntries } from '../../../../src/core/detect/readers/flowEntries';

const entries = (text: string): readonly string[] =>
  flowEntries(text, { start: 0, end: text.length }).map(
    ({ value, keys }) => `${keys.join(' < ')}: ${text.slice(value.start, value.end)}`,
  );

it.each([
  ['{ preset: { name: phi-4 } }', ['name < preset: phi-4']],
  ['{ a: b, c: {d: e}, f: g }', ['a: b', 'd < c: e', 'f: g']],
  ['{ models: [{ id: a/b:c, url: http://x:1/y }] }', ['id < models: a/b:c', 'url < models: http://x:1/y']],
  ['{ "a": b, c: "d", e: two words, f: [g, h] }', ['a: b', 'f: g', 'f: h']],
  ['{ a: { b: [c:1, "d", two words, {e: f}, [g]] } }', ['b < a: c:1', 'e < b < a: f']],
  ['{\n  a: b, # c: d\n  e: f\n}', ['a: b', 'e: f']],
  ['[{ name: MODEL, value: phi-4 }]', ['name: MODEL', 'MODEL: phi-4']],
  ['{ a: {{ .Values.a }} }', []],
  ['[a, b]', []],
])('reads the bare values of %s', (text, found) => {
  expect(entries(text)).toEqual(found);
});

it('tells of so many keys around a value, however deep it stands', () => {
  const depth = 2_000;
  const text = `x: ${'{ a: '.repeat(depth)}phi4${' }'.repeat(depth)}`;
  const [entry] = flowEntries(text, { start: 3, end: text.length });
  expect(entry?.keys.length).toBeLessThan(50);
});
