/**
 * Lists in a section of a compiled catalog of which each item is parsed when it is first asked for: a look-up needs few of thousands. A tab
 * stands before each item and behind the last one. JSON takes it for a blank, and no item has one in it.
 */
export interface Items<T = unknown> {
  readonly length: number;
  /** `undefined` where there is no such item. Throws where it is no JSON. */
  at(index: number): T | undefined;
  all(): readonly T[];
}

const BETWEEN = ',\t';
const TAB = '\t';

/** A list as JSON whose items {@link readItems} tells apart. */
export function writeItems(items: readonly unknown[]): string {
  return items.length === 0
    ? '[]'
    : `[${TAB}${items.map((item) => JSON.stringify(item) ?? 'null').join(BETWEEN)}${TAB}]`;
}

/**
 * The list in a line of JSON that {@link writeItems} wrote, and the line without its items. Where there are no tabs, as in an empty list,
 * the items are left in the line. Throws where what is around the list is no JSON.
 */
export function readItems<T>(line: string): {
  readonly frame: unknown;
  readonly items: Items<T> | undefined;
} {
  const [start, end] = [line.indexOf(TAB), line.lastIndexOf(TAB)];
  if (start < 0) return { frame: JSON.parse(line) as unknown, items: undefined };
  return {
    frame: JSON.parse(line.slice(0, start) + line.slice(end)) as unknown,
    items: new WrittenItems(line.slice(start + 1, end)),
  };
}

/** Items that are parsed. */
export function itemsOf<T>(items: readonly T[]): Items<T> {
  return { length: items.length, at: (index) => items[index], all: () => items };
}

class WrittenItems<T> implements Items<T> {
  private readonly written: readonly string[];
  private readonly parsed: T[] = [];
  private list: readonly T[] | undefined;

  constructor(private readonly text: string) {
    this.written = text.split(BETWEEN);
  }

  get length(): number {
    return this.written.length;
  }

  at(index: number): T | undefined {
    const text = this.written[index];
    return text === undefined ? undefined : (this.parsed[index] ??= JSON.parse(text) as T);
  }

  all(): readonly T[] {
    return (this.list ??= this.parseAll());
  }

  /** In one go, which takes a fraction of the time of parsing item by item. Those that were given before stay the same. */
  private parseAll(): readonly T[] {
    const all = JSON.parse(`[${this.text}]`) as readonly T[];
    for (const [index, item] of all.entries()) this.parsed[index] ??= item;
    return this.parsed;
  }
}
