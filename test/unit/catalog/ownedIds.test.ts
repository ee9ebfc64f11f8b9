import { describe, expect, it } from 'vitest';
import { compileIds, OwnedIds } from '../../../src/core/catalog/ownedIds';

const IDS = ['a/One', 'a/two', 'a/two/three', 'gpt-4o', 'gpt-5', 'huge/one', 'o3', 'z/one'];

describe('ids as they are compiled', () => {
  const compiled = compileIds(IDS);
  const ids = new OwnedIds(compiled);

  it('write the owner of several once', () => {
    expect(compiled.text.match(/a\//g)).toHaveLength(1);
  });

  it('are read in their rows', () => {
    expect(ids.size).toBe(IDS.length);
    expect(IDS.map((_, row) => ids.id(row))).toEqual(IDS);
    for (const row of [-1, IDS.length]) expect(() => ids.id(row)).toThrow(`no model in row ${row} of 8`);
  });

  it('are read by runs of one owner', () => {
    expect(Array.from({ length: ids.runs }, (_, run) => [ids.owner(run), ids.run(run).start])).toEqual([
      ['a/', 0],
      ['', 3],
      ['huge/', 5],
      ['', 6],
      ['z/', 7],
    ]);
    expect(ids.run(1).names).toEqual(['gpt-4o', 'gpt-5']);
    expect(ids.owned().map(({ owner, start }) => [owner, start])).toEqual(
      Array.from({ length: ids.runs }, (_, run) => [ids.owner(run), ids.run(run).start]),
    );
  });

  it.each([
    ['a name too many', { text: `${compiled.text}\nmore` }],
    ['a name too few', { text: compiled.text.replace('\ngpt-5', '') }],
    ['an owner without names', { text: compiled.text.replace('huge/\none', 'huge/') }],
    ['a start too many', { starts: `${compiled.starts}8` }],
    ['another size', { size: 7 }],
  ])('are not whole with %s', (_, change) => {
    expect(ids.isWhole()).toBe(true);
    expect(new OwnedIds({ ...compiled, ...change }).isWhole()).toBe(false);
  });

  it('may be none', () => {
    const none = new OwnedIds(compileIds([]));
    expect([none.size, none.runs, none.isWhole()]).toEqual([0, 0, true]);
    expect(() => none.id(0)).toThrow('no model in row 0 of 0');
  });
});
