import { NUMBER_BASE, numberAt } from './digits';

/**
 * A hash table from text to numbers in a form that is ready as it is read: nothing has to be built before the first look-up. It does not
 * keep its keys: whoever asks it knows what text a number stands for.
 */
export interface Slots {
  /** Digits of one slot. */
  readonly digits: number;
  /** A power of two of slots one after another; zero is an empty one, any other a value and one. */
  readonly rows: string;
}

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
  return { digits, rows: table.map((value) => value.toString(NUMBER_BASE).padStart(digits, '0')).join('') };
}

/** Looks up in {@link Slots}. Takes constant time. */
export class SlotTable {
  private readonly last: number;

  /** @param isOf whether a value was entered under a key: keys of other values may fall into the same slots */
  constructor(
    private readonly slots: Slots,
    private readonly isOf: (value: number, key: string) => boolean,
  ) {
    this.last = slots.rows.length / slots.digits - 1;
  }

  /** The values entered under a key, in their order. */
  all(key: string): readonly number[] {
    const { digits, rows } = this.slots;
    let found: number[] | undefined;
    for (let at = hashOf(key) & this.last; ; at = (at + 1) & this.last) {
      const value = numberAt(rows, at * digits, digits) - 1;
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
