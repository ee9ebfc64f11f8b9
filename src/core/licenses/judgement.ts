import type { LicenseRecord } from '../catalog/records';
import type { Message } from '../message';
import type { LineageRelation, Relation, Verdict } from '../vocabulary';
import type { Duty } from './obligations';
import { sourceOf } from './terms';

/** May a thing under the label `downstream` be made from a model under `upstream`? */
export interface Pair {
  readonly upstream: LicenseRecord;
  readonly downstream: LicenseRecord;
  readonly relation: Relation;
  /** For `derives`: how the derivative was made, where it is known. */
  readonly lineage?: LineageRelation;
  /** For `serves`: that those who get the thing run the model, and the project offers no service with it. */
  readonly isRunByUsers?: boolean;
}

/** What is wrong, where something is: the label drops terms that stay, or two sets of terms cannot both be met. */
export type Clash = 'label-drops-terms' | 'cannot-both-be-met';

export interface Reason {
  /** Code of the rule: `R4`. */
  readonly rule: string;
  readonly verdict: Verdict;
  /** Key of the license whose clause decided. */
  readonly license: string;
  readonly clause: string | null;
  readonly source: string | null;
  readonly text: Message;
  readonly clash?: Clash;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Most severe first. */
  readonly reasons: readonly Reason[];
  readonly obligations: readonly Duty[];
}

/** What one rule makes of a pair; `undefined` where it has nothing to say. */
export type Rule = (pair: Pair) => Reason | undefined;

/** A thing that would not be right is worse than one that is not known, and that is worse than one to look at. */
const SEVERITY: readonly Verdict[] = ['ok', 'obligations', 'review', 'unknown', 'conflict'];

export function severity(verdict: Verdict): number {
  return SEVERITY.indexOf(verdict);
}

export function worse(a: Verdict, b: Verdict): Verdict {
  return severity(a) >= severity(b) ? a : b;
}

/** The weights themselves travel: as they are, or inside what was made from them. */
export function passesOn(pair: Pair): boolean {
  return pair.relation === 'ships' || pair.relation === 'derives';
}

export function sameLicense(pair: Pair): boolean {
  return pair.upstream.key === pair.downstream.key;
}

interface Finding {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly text: Message;
  readonly clause?: string | null | undefined;
  readonly clash?: Clash;
}

/** A reason that rests on a clause of `record`. */
export function reason(record: LicenseRecord, finding: Finding): Reason {
  const { clause, ...rest } = finding;
  return { ...rest, license: record.key, clause: clause ?? null, source: sourceOf(record) };
}
