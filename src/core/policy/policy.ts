import type { LicenseCategory, OpennessLevel, Relation, Severity } from '../vocabulary';
import type { TextRange } from '../text/range';

export type SeverityOrOff = Severity | 'off';

/** What the project does with models; decides which clauses matter. */
export interface ProjectUse {
  readonly purpose: 'commercial' | 'internal' | 'research' | 'personal' | null;
  readonly distribution: 'none' | 'service' | 'product' | 'weights' | null;
  /** Where it is offered or developed: ISO 3166-1 alpha-2, or `EU`. */
  readonly regions: readonly string[];
  readonly monthlyActiveUsers: number | null;
  readonly annualRevenueUsd: number | null;
  readonly trainsOnOutputs: boolean | null;
}

/** A licence key, or every licence of a category. */
export type LicenseSelector =
  | { readonly kind: 'license'; readonly key: string; readonly range: TextRange }
  | { readonly kind: 'category'; readonly category: LicenseCategory; readonly range: TextRange };

export interface PolicyException {
  /** Glob over model ids. */
  readonly model: string;
  /** Rule codes; empty means every rule. */
  readonly rules: readonly string[];
  readonly reason: string;
  readonly approvedBy: string | null;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string | null;
  readonly range: TextRange;
}

/** Facts about a private or unlisted model, given by the project itself. */
export interface PolicyModel {
  readonly id: string;
  readonly license: string | null;
  readonly origin: string | null;
  readonly openness: OpennessLevel | null;
  readonly base: string | null;
  readonly range: TextRange;
}

/** A policy file that was read without an error. Ranges point into its text, so that a finding can name the line that decided. */
export interface Policy {
  /** Path relative to the workspace folder, with `/`. */
  readonly path: string;
  readonly use: ProjectUse;
  readonly requireOpenness: { readonly level: OpennessLevel; readonly range: TextRange } | null;
  readonly licenses: {
    readonly allow: readonly LicenseSelector[];
    readonly warn: readonly LicenseSelector[];
    readonly deny: readonly LicenseSelector[];
    readonly unknown: SeverityOrOff | null;
  };
  readonly origins: {
    readonly allow: readonly OriginSelector[];
    readonly warn: readonly OriginSelector[];
    readonly deny: readonly OriginSelector[];
  };
  readonly rules: ReadonlyMap<string, SeverityOrOff>;
  readonly ignorePaths: readonly string[];
  readonly exceptions: readonly PolicyException[];
  readonly models: readonly PolicyModel[];
}

/** An ISO country code or an organisation id, as written. */
export interface OriginSelector {
  readonly value: string;
  readonly range: TextRange;
}

export interface PolicyProblem {
  readonly severity: 'error' | 'warning';
  readonly message: import('../message').Message;
  readonly range: TextRange;
}

/** `policy` is `undefined` when there is an error: a broken policy is never read as "all allowed". */
export interface PolicyReading {
  readonly policy: Policy | undefined;
  readonly problems: readonly PolicyProblem[];
}

/** The relation that each role has to the model's terms. */
export type RoleRelation = Relation;
