import type { Detection, ModelReference } from '../reference';
import { byStart, type TextRange } from '../text/range';
import { lastUpTo } from '../text/sorted';
import { isUse } from '../vocabulary';

interface Placed {
  readonly range: TextRange;
}

/**
 * What a text names in any of the ways to read it, which have the same places. What one of them sees used is used,
 * however others see the name, and what one of them follows to a name is no choice; of what they see alike the first
 * counts.
 *
 * @param text as the first reads it
 */
export function inAnyReading(text: string, readings: readonly [Detection, ...Detection[]]): Detection {
  const [first] = readings;
  const all = <T>(partOf: (one: Detection) => readonly T[] | undefined): readonly (readonly T[])[] =>
    readings.map((one) => partOf(one) ?? []);
  const references = all((one) => one.references);
  const followed = apart(all(followedOnly));
  return {
    ...first,
    references: apart([
      ...references.map((some) => some.filter(({ role }) => isUse(role))),
      ...references.map((some) => some.filter(({ role }) => !isUse(role))),
    ]).map((reference) => ({ ...reference, text: text.slice(reference.range.start, reference.range.end) })),
    uses: apart(all((one) => one.uses)),
    runtimeChoices: apart(all((one) => one.runtimeChoices)).filter(({ range }) => !overlaps(followed, range)),
    folders: apart(all((one) => one.folders)),
    addresses: apart(all((one) => one.addresses)),
    clients: [
      ...new Map(
        all((one) => one.clients)
          .flat()
          .reverse()
          .map((one) => [one.name, one]),
      ).values(),
    ],
    ownClasses: [...new Set(all((one) => one.ownClasses).flat())],
  };
}

/** Where a loader's variable is followed to a name, and nothing is left open. */
function followedOnly({ uses, runtimeChoices }: Detection): readonly ModelReference[] {
  const open = apart([runtimeChoices]);
  return uses.filter(({ range }) => !overlaps(open, range));
}

/** What stands in lists of places, each without what overlaps one of a list before. Within a list none do. */
function apart<T extends Placed>(lists: readonly (readonly T[])[]): readonly T[] {
  let kept: readonly T[] = [];
  for (const list of lists) {
    const before = kept;
    const more = list.filter(({ range }) => !overlaps(before, range));
    if (more.length > 0) kept = [...before, ...more].sort(byStart);
  }
  return kept;
}

function overlaps(placed: readonly Placed[], { start, end }: TextRange): boolean {
  const last = lastUpTo(placed, end - 1, ({ range }) => range.start);
  return last !== undefined && last.range.end > start;
}
