import { describe, expect, it } from 'vitest';
import { Echoes, startOfId } from '../../../src/core/detect/echoes';
import type { Site } from '../../../src/core/detect/site';

const SITE: Site = { lexical: 'prose', where: 'prose', key: '', parents: [], group: 0 };

/** Where names stand again in a text that is all running text. */
function places(text: string, ...names: readonly string[]): readonly string[] {
  const echoes = new Echoes();
  echoes.addText({ start: 0, end: text.length }, SITE);
  return [...echoes.of(names, text)].map(({ range, name }) => `${range.start} ${name}`);
}

describe('where a name stands again', () => {
  it.each([
    ['thing-7b and thing-7b', ['0 thing-7b', '13 thing-7b']],
    ['We use thing-7b.', ['7 thing-7b']],
    ['thing-7b: small', ['0 thing-7b']],
    ['(thing-7b), "thing-7b"', ['1 thing-7b', '13 thing-7b']],
    // A part of another name is none.
    ['thing-7b-chat', []],
    ['my-thing-7b', []],
    ['acme/thing-7b', []],
    ['thing-7b/x', []],
    ['thing-7b.gguf', []],
    ['thing-7b:latest', []],
    ['thing-7bs', []],
    // A data set has the name of the model that made it.
    ['dataset: thing-7b', []],
    ['data_path = thing-7b', []],
    ['dataset: x\nthing-7b', ['11 thing-7b']],
    [`dataset ${'.'.repeat(40)} thing-7b`, ['49 thing-7b']],
  ])('%j: %j', (text, found) => expect(places(text, 'thing-7b')).toEqual(found));

  it('is told of running text and of values that said too little, and of nothing else', () => {
    const text = 'a thing-7b b thing-7b c thing-7b';
    const echoes = new Echoes();
    echoes.addText({ start: 11, end: 23 }, SITE);
    echoes.addText({ start: 0, end: 11 }, SITE);
    echoes.addValue('thing-7b', { range: { start: 24, end: 32 }, site: { ...SITE, key: 'x' } });
    expect([...echoes.of(['thing-7b'], text)].map(({ range, site }) => [range.start, site.key])).toEqual([
      [24, 'x'],
      [2, ''],
      [13, ''],
    ]);
  });

  it('is told of texts that were read in any order, the innermost of several', () => {
    const text = 'thing-7b '.repeat(12);
    const echoes = new Echoes();
    for (const at of [10, 7, 11, 0, 3, 5, 1, 9, 2, 8, 4, 6])
      echoes.addText({ start: at * 9, end: at * 9 + 9 }, { ...SITE, key: `${at}` });
    const keys = [...echoes.of(['thing-7b'], text)].map(({ site }) => site.key);
    expect(keys).toEqual([...Array(12).keys()].map(String));
    const nested = new Echoes();
    nested.addText({ start: 0, end: 100 }, { ...SITE, key: 'outer' });
    for (const at of [0, 1, 2]) nested.addText({ start: at * 9, end: at * 9 + 8 }, { ...SITE, key: 'inner' });
    expect([...nested.of(['thing-7b'], text)].map(({ site }) => site.key)).toEqual([
      ...Array(3).fill('inner'),
      ...Array(8).fill('outer'),
    ]);
  });

  it('is not told of places outside of the texts', () => {
    const echoes = new Echoes();
    echoes.addText({ start: 0, end: 7 }, SITE);
    echoes.addText({ start: 9, end: 17 }, SITE);
    expect(
      [...echoes.of(['thing-7b'], 'thing-7b thing-7b thing-7b')].map(({ range }) => range.start),
    ).toEqual([9]);
  });

  it('is looked for with fewer names in a long text, and never in one that is too long', () => {
    const names = ['one-1b', 'two-2b', 'three-3b'];
    const text = (length: number): string => `${names.join(' ')}${' '.repeat(length)}`;
    expect(places(text(3_000_000), ...names)).toHaveLength(2);
    expect(places(text(8_000_000), ...names)).toHaveLength(0);
  });

  it('is looked for so often', () => {
    expect(places('thing-7b '.repeat(300), 'thing-7b')).toHaveLength(200);
    const names = Array.from({ length: 70 }, (_, at) => `name-${at}x`);
    expect(places(names.join(' '), ...names)).toHaveLength(60);
  });
});

describe('values that begin as a name does', () => {
  it('are those of the same owner and first part', () => {
    const echoes = new Echoes();
    for (const value of [
      'acme/Thing-small',
      'acme/Thing_large',
      'acme/Other-small',
      'acme/Thing',
      'thing-7b',
    ])
      echoes.addValue(value, { range: { start: 0, end: 1 }, site: SITE });
    const alike = (...starts: readonly string[]) =>
      [...echoes.alike(new Set(starts))].map(({ name }) => name);
    expect(alike('acme/Thing-')).toEqual(['acme/Thing-small']);
    expect(alike('acme/Thing_', 'acme/Other-')).toEqual(['acme/Thing_large', 'acme/Other-small']);
    expect(alike()).toEqual([]);
  });

  it.each([
    ['acme/Thing-small', 'acme/Thing-'],
    ['acme/Thing_2-small', 'acme/Thing_'],
    ['acme/T5-small', undefined],
    ['acme/Thing', undefined],
    ['Thing-small', undefined],
  ])('%s begins with %s', (id, start) => expect(startOfId(id)).toBe(start));
});
