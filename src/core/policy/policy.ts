import type { Restriction } from '../catalog/records';
import type { DetectionAdditions } from '../detect/additions';
import type { Message } from '../message';
import type { TextRange } from '../text/range';
import type { Context, LicenseCategory, OpennessLevel, Severity } from '../vocabulary';

export type SeverityOrOff = Severity | 'off';

/** Where a policy says something, so that a finding can name the line that decided. */
export interface Stated {
  readonly range: TextRange;
  /** The file that `range` points into, where it is not the policy's own: it was inherited through `extends`. */
  readonly path?: string;
}

/** What the project does with models; decides which clauses matter. */
export interface ProjectUse {
  readonly purpose: 'commercial' | 'internal' | 'research' | 'personal' | null;
  readonly distribution: 'none' | 'service' | 'product' | 'weights' | null;
  /** Where it is offered or developed: ISO 3166-1 alpha-2, or `EU`. */
  readonly regions: readonly string[];
  /** Where who runs the project is domiciled, or has the principal place of business: ISO 3166-1 alpha-2; absent where it is not stated. */
  readonly seat?: string;
  readonly monthlyActiveUsers: number | null;
  readonly annualRevenueUsd: number | null;
  /** Yearly revenue in other currencies, by ISO 4217 code; absent where it is stated in none. */
  readonly annualRevenue?: Readonly<Record<string, number>>;
  readonly trainsOnOutputs: boolean | null;
}

/** Facts about the system as a whole that a policy states for bills of materials. */
export const INVENTORY_FACTS = [
  'name',
  'author',
  'producer',
  'version',
  'released',
  'applicationArea',
  'dataUsage',
  'inputsAndOutputs',
  'software',
  'hardware',
  'securityControls',
  'securityCompliance',
  'securityPolicy',
  'vulnerabilities',
  'securityMetrics',
  'performance',
] as const;
export type InventoryFact = (typeof INVENTORY_FACTS)[number];

/** Facts about a dataset that a policy states for bills of materials. */
export const DATASET_FACTS = [
  'description',
  'content',
  'url',
  'sha256',
  'provenance',
  'statistics',
  'sensitivity',
  'derivedFrom',
  'license',
] as const;
export type DatasetFact = (typeof DATASET_FACTS)[number];

/** What people state of a system because no file tells it; only bills of materials repeat it. */
export interface PolicyInventory {
  readonly facts: Readonly<Partial<Record<InventoryFact, string>>>;
  /** By name. */
  readonly datasets: Readonly<Record<string, Readonly<Partial<Record<DatasetFact, string>>>>>;
}

/** A license key, or every license of a category. */
export type LicenseSelector = Stated &
  (
    | { readonly kind: 'license'; readonly key: string }
    | { readonly kind: 'category'; readonly category: LicenseCategory }
  );

export interface PolicyException extends Stated {
  /** Glob over model ids. */
  readonly model: string;
  /** Rule codes; empty means every rule. */
  readonly rules: readonly string[];
  /** Globs on the paths it is for, relative to the folder of the policy; empty means every path. */
  readonly paths: readonly string[];
  readonly reason: string;
  readonly approvedBy: string | null;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string | null;
}

/** Restrictions that somebody keeps to by refraining; limits on size, region and purpose are matters of rules. */
export const BARRED_RESTRICTIONS = [
  'field-of-use',
  'no-competing-training',
  'no-redistribution',
  'no-derivatives',
  'no-additional-terms',
] as const satisfies readonly Restriction[];

/** What people say of duties that no file shows: that they are done, and how. */
export interface DutyStatement extends Stated {
  /** Glob over model ids. */
  readonly model: string;
  /** The obligations and restrictions that are met. */
  readonly done: readonly string[];
  /** The licenses and terms that ask for them, by key or name; empty means whichever does. */
  readonly licenses: readonly string[];
  /** Where it is done, or how it is made sure of. */
  readonly how: string;
  readonly approvedBy: string | null;
}

/** Facts about a private or unlisted model, given by the project itself. */
export interface PolicyModel extends Stated {
  readonly id: string;
  readonly license: string | null;
  readonly origin: string | null;
  readonly openness: OpennessLevel | null;
  readonly base: string | null;
  /** The model that it is another name of; left out where it is none. What it was made from binds more: beside a base it does not count. */
  readonly is?: string;
  /** Where it says which of these; left out where it says neither. */
  readonly baseRange?: TextRange;
}

/** A policy file that was read without an error. */
export interface Policy {
  /** Path relative to the workspace folder, with `/`. */
  readonly path: string;
  /** Of a policy that lies above the root that paths are relative to: the way down from its folder to that root, with `/`. */
  readonly down?: string;
  /** The policies it builds on, as written: paths relative to its own folder, or packages. */
  readonly extends: readonly (Stated & { readonly value: string })[];
  /** Codes of the rules that it locks for those that build on it. */
  readonly locked: readonly (Stated & { readonly value: string })[];
  /** By rule that bases lock: each of those bases, by which the rule is judged too. */
  readonly lockedBy: ReadonlyMap<string, readonly Policy[]>;
  readonly use: ProjectUse;
  /** Where it says so; `null` where another file does, or none. */
  readonly useRange: TextRange | null;
  /** The uses that policies with locks state which this one builds on; absent where it builds on none. */
  readonly usesUnder?: readonly { readonly path: string; readonly use: ProjectUse }[];
  readonly requireOpenness: (Stated & { readonly level: OpennessLevel }) | null;
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
  /** Who may run a called model: ids of hosts, addresses, countries, `self`. */
  readonly hosting: {
    readonly allow: readonly OriginSelector[];
    readonly warn: readonly OriginSelector[];
    readonly deny: readonly OriginSelector[];
    /** Where requests may be processed, whoever runs the model; anywhere where it is empty. */
    readonly processedIn: readonly OriginSelector[];
  };
  readonly lifecycle: {
    /** How long before its end a called model is a warning; `null` where the policy states nothing. */
    readonly warnBefore: (Stated & { readonly days: number }) | null;
  };
  readonly rules: ReadonlyMap<string, SeverityOrOff>;
  /** Where the policy's own file sets each of them. */
  readonly ruleRanges: ReadonlyMap<string, TextRange>;
  /** Globs, relative to the folder of the policy that is in force. */
  readonly ignorePaths: readonly string[];
  /** Where the policy's own file states them; `null` where it states none. */
  readonly ignoreRange: TextRange | null;
  readonly exceptions: readonly PolicyException[];
  readonly duties: readonly DutyStatement[];
  readonly models: readonly PolicyModel[];
  /** Globs over model ids, whatever the license. With an entry in `allow` every other model is denied. */
  readonly modelLists: { readonly allow: readonly ModelSelector[]; readonly deny: readonly ModelSelector[] };
  /** What the project says of its own code, for detection. */
  readonly detect: DetectionAdditions;
  /** Where the policy's own file says so; `null` where it does not. */
  readonly detectRange: TextRange | null;
  readonly contexts: {
    /** The most that a finding can be in a part of the project, where the policy sets it. */
    readonly caps: ReadonlyMap<Context, SeverityOrOff>;
    /** The part that paths belong to, the first glob that matches. Relative to the folder of the policy that is in force. */
    readonly paths: readonly { readonly glob: string; readonly context: Context }[];
  };
  readonly inventory: PolicyInventory;
}

/** A glob over ids; without a slash it is about the name without its owner. */
export interface ModelSelector extends Stated {
  readonly value: string;
}

/** An ISO country code, `EU`, or an organization id. */
export interface OriginSelector extends Stated {
  readonly value: string;
}

export interface PolicyProblem {
  readonly severity: 'error' | 'warning';
  readonly message: Message;
  readonly range: TextRange;
  /** What was probably meant instead of the text in `range`. */
  readonly suggestion?: string;
}

/** `policy` is `undefined` when there is an error: a broken policy is never read as "all allowed". */
export interface PolicyReading {
  readonly policy: Policy | undefined;
  readonly problems: readonly PolicyProblem[];
}
