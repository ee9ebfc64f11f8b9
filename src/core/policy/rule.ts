import type { LicenseRecord } from '../catalog/records';
import type { EffectiveLicense } from '../licenses/effectiveLicense';
import type { Service } from '../lookup/service';
import type { Message } from '../message';
import type { Model } from '../model';
import type { ModelReference } from '../reference';
import type { Relation, Severity } from '../vocabulary';
import type { EvaluationContext } from './evaluationContext';
import type { Decision } from './finding';

/** What is said of a rule, wherever it is said: `explain`, hover, documentation, reports. */
export interface RuleInfo {
  /** Stable: policies, ignores and reports name it. */
  readonly code: string;
  /** Under a policy that does not set one. */
  readonly severity: Severity;
  /** A trap so real that it is told without a policy too: as information, or with the severity given. */
  readonly withoutPolicy: boolean | 'warning';
  readonly summary: Message;
  /** What is looked at, and when it is found wanting. */
  readonly checks: Message;
  readonly why: Message;
  /** Ways to settle a finding, the best first. */
  readonly settle: readonly Message[];
  /** A case that gives the finding. Code and policy lines, the same in every language but for their comments. */
  readonly example: string;
  /** The fact that its findings rest on, whose sureness limits their severity. */
  readonly fact?: DecidingFact;
}

/** One reference with all that the rules look at. */
export interface Subject {
  readonly reference: ModelReference;
  /** `undefined` when nothing is known of the name. */
  readonly model: Model | undefined;
  readonly relation: Relation;
  /** Who runs the model: a host's id, the name in an address that nobody knows, or `self`; `undefined` where nothing tells. */
  readonly host: string | undefined;
  /** The model at that host; `undefined` where the project runs it itself, or nothing tells who does. */
  readonly service: Service | undefined;
  /** The gateway that passes the call on to it. */
  readonly via: Service | undefined;
  /** The services that alone the host may hand the call to; empty where it is left open, or it hands none on. */
  readonly passedTo: readonly Service[];
  /** The model at other hosts that the call may go to. */
  readonly elsewhere: readonly Service[];
  readonly effective: EffectiveLicense;
  /** The license that the model itself states. */
  readonly declared: LicenseRecord | undefined;
  readonly context: EvaluationContext;
}

export interface Hit {
  readonly message: Message;
  readonly decision?: Decision;
  readonly data?: Readonly<Record<string, string>>;
  /** Where the case is lighter or heavier than the rule's own severity. */
  readonly severity?: Severity;
  /** That what decides is no fact of the model, such as the terms of the host: how sure those are does not count. */
  readonly isOfHost?: boolean;
}

/**
 * The facts whose evidence decides how sure a finding is: the license of the weights, who released them, or that they
 * are used at all.
 */
export type DecidingFact = 'license' | 'publisher' | 'use';

/** A rule that looks at one reference at a time. */
export interface ReferenceRule extends RuleInfo {
  check(subject: Subject): Hit | undefined;
}
