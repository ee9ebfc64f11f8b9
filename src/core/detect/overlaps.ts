import type { ModelReference } from '../reference';
import type { TextRange } from '../text/range';

type Placed = Pick<ModelReference, 'range'>;

/** References sorted by place. Where two overlap, the longer one stays; of two that are as long, the first. */
export function withoutOverlaps<T extends Placed>(references: Iterable<T>): readonly T[] {
  const sorted = [...references].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const kept: T[] = [];
  for (const reference of sorted) {
    const last = kept[kept.length - 1];
    if (last === undefined || reference.range.start >= last.range.end) kept.push(reference);
    else if (length(reference.range) > length(last.range)) kept[kept.length - 1] = reference;
  }
  return kept;
}

function length({ start, end }: TextRange): number {
  return end - start;
}
