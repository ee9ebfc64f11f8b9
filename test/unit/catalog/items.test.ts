import { describe, expect, it } from 'vitest';
import { itemsOf, readItems, writeItems } from '../../../src/core/catalog/items';

describe('a list whose items are parsed one by one', () => {
  const items = [{ a: ',\t]' }, 'b\t', [1, 2], null];
  const line = `{"table":${writeItems(items)},"digits":1}`;

  it('is JSON like any other', () => {
    expect(JSON.parse(line)).toEqual({ table: items, digits: 1 });
    expect(JSON.parse(writeItems([]))).toEqual([]);
  });

  it('gives its items, the same each time, and what is around them', () => {
    const { frame, items: read } = readItems<unknown>(line);
    expect(frame).toEqual({ table: [], digits: 1 });
    expect(read?.length).toBe(items.length);
    expect([3, 2, 1, 0].map((index) => read?.at(index))).toEqual(items.toReversed());
    expect(read?.at(0)).toBe(read?.at(0));
    expect(read?.all()).toEqual(items);
    expect([read?.at(-1), read?.at(items.length)]).toEqual([undefined, undefined]);
  });

  it('parses no other item than is asked for', () => {
    const { items: read } = readItems<unknown>('[\t{"broken":,\t7\t]');
    expect(read?.at(1)).toBe(7);
    expect(() => read?.at(0)).toThrow(SyntaxError);
  });

  it('that was written in another way is left in its line', () => {
    expect(readItems('[1,2]')).toEqual({ frame: [1, 2], items: undefined });
    expect(itemsOf([1, 2]).at(1)).toBe(2);
  });

  it('without an end is refused', () => expect(() => readItems('[\t1,\t2')).toThrow(SyntaxError));
});
