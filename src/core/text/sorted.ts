import { covers, type TextRange } from './range';

/**
 * How many of some things stand at an offset or before it: the last of them is the one before that number.
 *
 * @param things in the order of their places
 */
export function countUpTo<T>(things: readonly T[], offset: number, placeOf: (thing: T) => number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(things[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of some things that stands at an offset or before it; they are in the order of their places. */
export function lastUpTo<T>(
  things: readonly T[],
  offset: number,
  placeOf: (thing: T) => number,
): T | undefined {
  return things[countUpTo(things, offset, placeOf) - 1];
}

/** The same of things that tell their places themselves. */
export function lastBefore<T extends { readonly at: number }>(
  things: readonly T[],
  offset: number,
): T | undefined {
  return lastUpTo(things, offset, ({ at }) => at);
}

/**
 * The last of some things that stands at an offset or before it, and in none of some ranges; they are left in their
 * order, so that of ranges beside one another the nearest comes first.
 */
export function lastOutside<T extends { readonly at: number }>(
  things: readonly T[],
  offset: number,
  ranges: readonly TextRange[],
): T | undefined {
  let last = lastBefore(things, offset);
  for (const range of ranges)
    if (last !== undefined && covers(range, last.at)) last = lastBefore(things, range.start - 1);
  return last;
}

/** Whether an offset is in one of some spans, which are in order and do not overlap. */
export function isInOne(spans: readonly TextRange[], offset: number): boolean {
  const last = lastUpTo(spans, offset, ({ start }) => start);
  return last !== undefined && offset < last.end;
}

/** The different ones of some texts, sorted. */
export function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
