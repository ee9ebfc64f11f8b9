import { describe, expect, it } from 'vitest';
import { NUMBER_BASE, numberAt } from '../../../src/core/catalog/digits';
import { buildSlots, SlotTable } from '../../../src/core/catalog/slots';

describe('a table of slots', () => {
  const words = Array.from({ length: 500 }, (_, at) => `word ${at}`);

  it('finds each value under its key, after it was written and read', () => {
    const slots = JSON.parse(JSON.stringify(buildSlots(words.map((word, at) => [word, at])))) as ReturnType<
      typeof buildSlots
    >;
    const table = new SlotTable(slots, (value, key) => words[value] === key);
    words.forEach((word, at) => expect(table.all(word)).toEqual([at]));
    expect(table.all('word 500')).toEqual([]);
  });

  it('finds the values of one key in the order given', () => {
    const slots = buildSlots([
      ...words.map((word, at) => [word, at] as const),
      ['word 7', 900],
      ['word 7', 3],
    ]);
    const table = new SlotTable(
      slots,
      (value, key) => words[value] === key || (key === 'word 7' && (value === 900 || value === 3)),
    );
    expect(table.all('word 7')).toEqual([7, 900, 3]);
    expect(table.all('word 3')).toEqual([3]);
  });

  it('may be empty', () => {
    expect(new SlotTable(buildSlots([]), () => true).all('anything')).toEqual([]);
  });
});

it('reads the digits that numbers are written in', () => {
  for (const number of [0, 1, 35, 36, 46_655])
    expect(numberAt(`zz${number.toString(NUMBER_BASE).padStart(4, '0')}z`, 2, 4)).toBe(number);
});
