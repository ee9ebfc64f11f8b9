import { describe, expect, it } from 'vitest';
import { detect } from './marked';

const licenses = (text: string, path: string): readonly unknown[] =>
  detect(text, path)
    .references.filter(({ role }) => role === 'loads')
    .map(({ license }) => license);

describe('the license that a record says', () => {
  it.each([
    ['a.kt', 'val A = Model(\n    repo = "acme/thing-7b",\n    license = APACHE_2_0,\n)\n', 'apache-2.0'],
    ['a.kt', 'val A = Model(\n    repo = "acme/thing-7b",\n    license = License.MIT,\n)\n', 'mit'],
    ['a.json', '{ "model": "acme/thing-7b", "license": "Apache-2.0" }\n', 'apache-2.0'],
    ['a.yaml', 'model_id: acme/thing-7b\nlicense: mit\n', 'mit'],
  ])('is told with its model, in %s: %s', (path, text, license) => {
    expect(licenses(text, path)).toEqual([license]);
  });

  it.each([
    ['a.json', '{ "a": { "model": "acme/thing-7b" }, "b": { "license": "mit" } }\n'],
    ['a.kt', 'val A = Model(\n    repo = "acme/thing-7b",\n    license = read(path),\n)\n'],
    ['a.json', '{ "model": "acme/thing-7b" }\n'],
  ])('is none that another record says, or a program finds, in %s: %s', (path, text) => {
    expect(licenses(text, path)).toEqual([undefined]);
  });
});

it('is no license of the base that a card names', () => {
  const text = '---\nbase_model: acme/thing-7b\nlicense: mit\n---\n\n# Tuned\n';
  expect(detect(text, 'README.md').references.map(({ license }) => license)).toEqual([undefined]);
});
