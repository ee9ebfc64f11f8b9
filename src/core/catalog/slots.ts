import { once } from '../once';
import { NUMBER_BASE, numberAt } from './digits';

/**
 * A hash table from text to numbers, written so that it is short when it is compressed: which slots are empty, as most
 * are, apart from the values of the others. It does not keep its keys: whoever asks it knows what text a number stands
 * for.
 */
export interface Slots {
  /** How many slots there are: a power of two. */
  readonly size: number;
  /** Which of them have values: {@link BITS} slots a character, the first in its highest bit. */
  readonly used: string;
  /** Digits of one value. */
  readonly digits: number;
  /** The first digits of all values in the order of their slots, then the second ones, and so on. */
  readonly rows: string;
}

/** Slots that one character of {@link Slots.used} tells of: what a digit of {@link NUMBER_BASE} can. */
const BITS = 5;

/** Slots for each entry: a look-up that finds nothing ends at the first empty one. */
const ROOM = 3;

/** A table of entries. Entries of equal keys are found in the order given. */
export function buildSlots(entries: readonly (readonly [key: string, value: number])[]): Slots {
  const size = 2 ** Math.ceil(Math.log2(entries.length * ROOM + 1));
  const table = new Array<number>(size).fill(0);
  let most = 0;
  for (const [key, value] of entries) {
    let at = hashOf(key) & (size - 1);
    while (table[at] !== 0) at = (at + 1) & (size - 1);
    table[at] = value + 1;
    most = Math.max(most, value + 1);
  }
  const digits = most.toString(NUMBER_BASE).length;
  const values = table
    .filter((value) => value !== 0)
    .map((value) => (value - 1).toString(NUMBER_BASE).padStart(digits, '0'));
  return {
    size,
    used: usedIn(table),
    digits,
    rows: Array.from({ length: digits }, (_, digit) =>
      values.map((value) => value.charAt(digit)).join(''),
    ).join(''),
  };
}

function usedIn(table: readonly number[]): string {
  let used = '';
  for (let at = 0; at < table.length; at += BITS) {
    let bits = 0;
    for (let bit = 0; bit < BITS; bit++) bits = bits * 2 + ((table[at + bit] ?? 0) === 0 ? 0 : 1);
    used += bits.toString(NUMBER_BASE);
  }
  return used;
}

/**
 * The slots as they are looked up: zero for an empty one, any other a value and one.
 * @throws Error where what is written is no table: another number of values than of used slots, or no empty slot, at
 * which a look-up ends
 */
export function readSlots({ size, used, digits, rows }: Slots): Int32Array {
  const table = new Int32Array(size);
  const count = rows.length / digits;
  let value = 0;
  for (let at = 0; at < size; at++) {
    const bits = numberAt(used, Math.floor(at / BITS), 1);
    if (((bits >> (BITS - 1 - (at % BITS))) & 1) === 0) continue;
    let number = 0;
    for (let digit = 0; digit < digits; digit++)
      number = number * NUMBER_BASE + numberAt(rows, digit * count + value, 1);
    table[at] = number + 1;
    value++;
  }
  if (value !== count || value >= size) throw new Error(`${value} slots of ${size} for ${count} values`);
  return table;
}

/** Looks up in {@link Slots}. Takes constant time, but for the first look-up. */
export class SlotTable {
  private readonly table: () => Int32Array;

  /** @param isOf whether a value was entered under a key: keys of other values may fall into the same slots */
  constructor(
    slots: Slots,
    private readonly isOf: (value: number, key: string) => boolean,
  ) {
    this.table = once(() => readSlots(slots));
  }

  /** The values entered under a key, in their order. */
  all(key: string): readonly number[] {
    const table = this.table();
    const last = table.length - 1;
    let found: number[] | undefined;
    for (let at = hashOf(key) & last; ; at = (at + 1) & last) {
      const value = (table[at] ?? 0) - 1;
      if (value < 0) return found ?? NONE;
      if (!this.isOf(value, key)) continue;
      if (found === undefined) found = [value];
      else found.push(value);
    }
  }
}

const NONE: readonly number[] = [];

/** FNV-1a with its last bits mixed in. A catalog is compiled with it: another hash is another version of the compiled form. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
