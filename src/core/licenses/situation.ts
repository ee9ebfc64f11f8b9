import type { Trigger } from '../catalog/records';
import type { ProjectUse } from '../policy/policy';
import type { Relation } from '../vocabulary';

/** Which clauses matter to what a project does with a model: for certain, or only if it goes on to offer it to others. */
export interface Situation {
  readonly certain: ReadonlySet<Trigger>;
  readonly possible: ReadonlySet<Trigger>;
  /** Whether the use is commercial; `null` where the project does not say. */
  readonly commercial: boolean | null;
}

const CERTAIN: Readonly<Record<Relation, readonly Trigger[]>> = {
  references: ['use'],
  calls: ['use'],
  serves: ['use', 'hosted-service', 'product-use'],
  ships: ['use', 'distribution'],
  derives: ['use', 'derivative', 'distribution'],
};

/**
 * What a relation and, where it is known, the project's own statement of use make of a license's triggers. A hosted model
 * that is only called is never distributed, and its host's own duties are not the project's.
 */
export function situationOf(relation: Relation, use?: ProjectUse): Situation {
  const certain = new Set(CERTAIN[relation]);
  const possible = new Set<Trigger>(['output-use']);
  if (use !== undefined) addOffer(relation, use, { certain, possible });
  for (const trigger of certain) possible.delete(trigger);
  return { certain, possible, commercial: use === undefined ? null : isCommercial(use) };
}

function addOffer(
  relation: Relation,
  use: ProjectUse,
  to: { readonly certain: Set<Trigger>; readonly possible: Set<Trigger> },
): void {
  const called = relation === 'calls';
  if (use.distribution === 'none') {
    // Duties of who changes a model are towards those who get the changed one.
    to.certain.delete('derivative');
    to.certain.delete('distribution');
  } else if (use.distribution === 'service') {
    to.certain.add('product-use');
    if (!called) to.certain.add('hosted-service');
    // Who offers a service with a model that it changed gives no copy of that away.
    if (relation === 'derives') to.certain.delete('distribution');
  } else if (use.distribution === 'product') {
    to.certain.add('product-use');
    // A product may carry the weights, or fetch them where it runs: only the first is distribution.
    if (!called) to.possible.add('distribution');
    // Whoever runs the product may offer its model to others; the project that makes it does not.
    if (to.certain.delete('hosted-service')) to.possible.add('hosted-service');
  } else if (use.distribution === 'weights') {
    if (!called) to.certain.add('distribution');
  } else if (use.distribution === null) {
    to.possible.add('product-use');
    if (!called) to.possible.add('hosted-service').add('distribution');
  }
  if (use.trainsOnOutputs === true) to.certain.add('output-training');
}

function isCommercial(use: ProjectUse): boolean | null {
  return use.purpose === null ? null : use.purpose === 'commercial' || use.purpose === 'internal';
}
