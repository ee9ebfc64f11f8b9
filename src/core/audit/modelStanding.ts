import type { Model, ModelStatus } from '../model';
import { isUse, type Role } from '../vocabulary';

const STATES: readonly ModelStatus['state'][] = ['active', 'unknown', 'renamed', 'deprecated', 'retired'];

/**
 * What a report says of a model that ends on one service and goes on at another: the end, for that is what the findings speak of. Of
 * two ends the earlier.
 */
function gravestStatus(a: ModelStatus, b: ModelStatus): ModelStatus {
  const difference = STATES.indexOf(b.state) - STATES.indexOf(a.state);
  if (difference !== 0) return difference > 0 ? b : a;
  return b.date !== undefined && (a.date === undefined || b.date < a.date) ? b : a;
}

/**
 * How much a place says of the status that a model itself has: one that has the weights the most, for they go on where a service ends
 * the name that it called them by, then a call, and a mention only where nothing else is said.
 */
export function standingOf(role: Role): number {
  if (!isUse(role)) return 0;
  return role === 'calls' ? 1 : 2;
}

/** A status, and the standing of the places that say it. */
export interface ToldStatus {
  readonly status: ModelStatus;
  readonly standing: number;
}

/** What counts of two: what the places of higher standing say, of those alike the {@link gravestStatus}. */
export function countedStatus(a: ToldStatus, b: ToldStatus): ToldStatus {
  if (a.standing !== b.standing) return a.standing > b.standing ? a : b;
  return { status: gravestStatus(a.status, b.status), standing: a.standing };
}

/** The facts of a model with the status that is told of it elsewhere, and from where that is known. */
export function withStatusOf<T extends Model>(facts: T, teller: Model): T {
  if (facts === teller) return facts;
  const isOfStatus = ({ fact }: Model['evidence'][number]): boolean => fact === 'status';
  return {
    ...facts,
    status: teller.status,
    evidence: [...facts.evidence.filter((one) => !isOfStatus(one)), ...teller.evidence.filter(isOfStatus)],
  };
}

/** A place as reports and audits have it: the canonical id of its model, or `null` and the name of which nothing is known. */
export interface NamedPlace {
  readonly model: string | null;
  readonly id: string;
  readonly role: Role;
}

/**
 * The ids that only texts which use nothing have facts of, where one of which nothing is known is used: what a name means
 * at the host of a text that mentions it says nothing of what is called by it at another. A use keeps its own facts,
 * however another one runs what has the name.
 */
export function unknownWhereUsed(places: Iterable<NamedPlace>): ReadonlySet<string> {
  const known = new Set<string>();
  const usedKnown = new Set<string>();
  const usedUnknown = new Set<string>();
  for (const { model, id, role } of places) {
    if (model !== null) known.add(model);
    if (standingOf(role) > 0) (model === null ? usedUnknown : usedKnown).add(model ?? id);
  }
  return new Set([...known].filter((name) => usedUnknown.has(name) && !usedKnown.has(name)));
}
