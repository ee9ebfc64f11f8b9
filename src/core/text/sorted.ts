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
