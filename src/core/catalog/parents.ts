import type { LineageRelation } from '../vocabulary';
import type { ModelRecord } from './records';

export interface Parent {
  readonly model: string;
  readonly relation: LineageRelation;
}

/** The bases a record names, and the model it is a re-packed copy of, whose terms reach it all the same. */
export function parentsOf({
  lineage,
  copyOf,
}: {
  readonly lineage: readonly Parent[];
  readonly copyOf: ModelRecord['copyOf'];
}): readonly Parent[] {
  if (copyOf === null || lineage.some((base) => base.model === copyOf)) return lineage;
  return [...lineage, { model: copyOf, relation: 'quantized' }];
}
