import type { AuditedProject, RelatedSpan } from '../audit/result';
import type { CatalogDates } from '../catalog/records';
import type { CommercialUse } from '../lookup/commercialUse';
import type { Model } from '../model';
import type { DutyExcuse, LedgerEntry } from '../policy/ledger';
import type { Reservation } from '../policy/reservations';
import type { Span } from '../text/range';
import type { Confidence, Context, Registry, Role, Severity, Verdict, Where } from '../vocabulary';

/**
 * The audit as data: what `audit --format json` prints, what shards are merged from, and what every other format is
 * written from. Plain JSON, English, sorted, without a time of day.
 */
export interface AuditReport {
  readonly schema: 1;
  readonly tool: {
    readonly name: string;
    readonly version: string;
    readonly catalogDate: string;
    /** The newest day of each part of the catalog. Reports of earlier versions do not say. */
    readonly catalogDates?: CatalogDates;
    /** The version of the catalog, as its package is numbered, and `sha256:` with the digest of its file. Absent where not known. */
    readonly catalogVersion?: string;
    readonly catalogDigest?: string;
  };
  /** The day by which everything is judged, `YYYY-MM-DD`. Reports of earlier versions do not say. */
  readonly day?: string;
  /** What was audited. Reports of earlier versions do not say. */
  readonly project?: AuditedProject;
  /** The policy of the root; `null` when there is none. */
  readonly policy: { readonly path: string | null };
  /** Every policy file that governs part of the tree. */
  readonly policies: readonly ReportedPolicy[];
  /** The comments in files that silenced findings there. */
  readonly ignores: readonly ReportedIgnore[];
  readonly stats: ReportedStats;
  readonly references: readonly ReportedReference[];
  readonly runtimeChoices: readonly ReportedRuntimeChoice[];
  readonly models: readonly ReportedModel[];
  /** Models that others run for the project: what leaves it, to whom and where. Reports of earlier versions have none. */
  readonly services?: readonly ReportedService[];
  readonly findings: readonly ReportedFinding[];
  /** What the licenses ask of the project for the ways in which it uses the models. */
  readonly obligations: readonly ReportedObligation[];
  /** Name and address of every license that obligations name. */
  readonly licenses: readonly ReportedLicense[];
  /** How many findings a baseline left out. Absent without one. */
  readonly accepted?: number;
  /** The models that these findings were about, whose verdicts count them: accepted is not the same as allowed. */
  readonly acceptedModels?: readonly string[];
  /**
   * What comes of names of which nothing is known, where findings that tell it are left out: `models` says it of the others. Absent where
   * what is left tells it.
   */
  readonly unknownVerdicts?: Readonly<Record<string, Verdict>>;
  /** What changed since a revision. Present when only that was asked for: then models, references and findings are those concerned. */
  readonly since?: {
    readonly ref: string;
    readonly changes: readonly ReportedChange[];
    /** Policies of which anything changed; reports of earlier versions do not say. */
    readonly policies?: readonly PolicyChange[];
    /** The comments that silence what none did before; reports of earlier versions do not say. */
    readonly ignores?: readonly ReportedIgnore[];
    /** The exceptions that excuse what none did before; reports of earlier versions do not say. */
    readonly exceptions?: readonly AddedException[];
    /** Where a policy changed: what is told more lightly of the same uses, or no longer; reports of earlier versions do not say. */
    readonly eased?: readonly EasedFinding[];
    /** Where a policy changed: the duties that it newly states to be done; reports of earlier versions do not say. */
    readonly duties?: readonly StatedDuty[];
  };
}

/** A model, and what comes of all its uses: `null` where it is only mentioned or listed. Reports of earlier versions do not say. */
export interface ReportedModel extends Model {
  readonly verdict?: Verdict | null;
  /** That no policy governs one of its uses, where others of the report have one: nothing was asked of it there. */
  readonly hasPolicy?: false;
}

/** A model at a host that somebody else runs. `null` means not known. */
export interface ReportedService {
  /** Id of the host, or the name in its address where nobody knows it. */
  readonly host: string;
  /** The name that is called there, or the address where the text has only that. */
  readonly id: string;
  /** Set where the text has only the address: which model is called there is chosen when the program runs. */
  readonly isAddress?: true;
  /** Canonical id of the model. */
  readonly model: string | null;
  /** Id of the organization that runs the host, and the country of its headquarters. */
  readonly operator: string | null;
  readonly country: string | null;
  /** Key of the host's business terms. */
  readonly terms: string | null;
  readonly status: Model['status']['state'];
  /** The day on which calls began or begin to fail, `YYYY-MM-DD`. */
  readonly endsOn: string | null;
  /**
   * The day since which it may have ended: its host promised it no longer than that, or the last of its versions ended
   * then. Absent where no such day has come; reports of earlier versions do not say.
   */
  readonly mayHaveEndedSince?: string;
  readonly name: string;
  readonly operatorName: string | null;
  /** Where requests are processed, as far as the name or the operator tells it: a country, `EU` or `APAC`. */
  readonly region: string | null;
  /** The countries in which they may be processed, where the name leaves it open; absent where it does not. */
  readonly possibleRegions?: readonly string[];
  /** Whether the host hands calls on to services of others, which it chooses; absent where it runs what it answers. */
  readonly passesOn?: boolean;
  readonly termsName: string | null;
  /** What the terms say of commercial use. Absent where none are recorded; reports of earlier versions do not say. */
  readonly commercialUse?: CommercialUse;
  /** Set where the terms hold callers to the license of the model as well; reports of earlier versions do not say. */
  readonly holdsToLicense?: true;
  readonly termsUrl: string | null;
  /** What the host's terms ask of who calls it. Reports of earlier versions do not say. */
  readonly duties?: readonly { readonly text: string; readonly clause: string | null }[];
  /** Addresses without scheme; `*` stands for what differs by region or customer. */
  readonly endpoints: readonly string[];
  /** The names in the addresses that the files give for it. Absent where they give none. */
  readonly addresses?: readonly string[];
  readonly successor: string | null;
  /** The page that tells its status. */
  readonly source: string | null;
  /** Set where that page is neither the host's own nor its maker's: what others list is less sure. */
  readonly isListed?: true;
  /** The name of the host whose calendar tells its status, where that is the maker's: nothing is recorded of its own. */
  readonly calendarOf?: string;
  readonly places: readonly ServicePlace[];
}

/** Where a service is called. */
export interface ServicePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The part of the project; absent where a reference of the report tells it. */
  readonly context?: Context;
}

export interface ReportedLicense {
  readonly key: string;
  readonly name: string;
  readonly url: string | null;
}

/** One thing that a license asks of the project, for one model. */
export interface ReportedObligation {
  readonly model: string;
  readonly license: string;
  readonly kind: LedgerEntry['kind'];
  readonly what: LedgerEntry['what'];
  readonly text: string;
  /** The exact words to show or ship. */
  readonly words: string | null;
  /** Whether it is due now: it waits for nothing. */
  readonly certain: boolean;
  /** What has to come about first. A size that it waits for stands in its text. */
  readonly waitsFor: LedgerEntry['waitsFor'];
  readonly clause: string | null;
  readonly source: string | null;
  /** `done`: found in the files, or stated by the policy. `open`: looked for and not found. `by-hand`: only people can tell. */
  readonly state: LedgerEntry['state'];
  readonly where: { readonly path: string; readonly line: number } | null;
  /** How it is done, in the words of the policy. Absent where that says nothing of it. */
  readonly stated?: string;
  /** Who decided that, as the policy names them. Absent where it names nobody. */
  readonly statedBy?: string;
  /**
   * Keys of the licenses whose duty of this kind the same statement marks for the model, where it names none and there are several.
   */
  readonly statedFor?: readonly string[];
  /** The exceptions that keep it from being reported; it is no more done for them. Absent where there is none. */
  readonly excused?: readonly DutyExcuse[];
}

export interface ReportedChange {
  /** A model, or an address at which one is called that no text names. */
  readonly model: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly detail: readonly string[];
}

export interface PolicyChange extends Pick<ReportedChange, 'change'> {
  readonly path: string;
}

export interface ReportedPolicy {
  readonly path: string;
  readonly valid: boolean;
  readonly exceptions: readonly ReportedException[];
}

export interface ReportedException {
  readonly model: string;
  readonly rules: readonly string[];
  /** Globs on the paths it is for, relative to the folder of its policy. Absent where it is for all. */
  readonly paths?: readonly string[];
  readonly reason: string;
  readonly approvedBy: string | null;
  readonly expires: string | null;
}

/** An exception that a change of the tree brings. */
export interface AddedException extends ReportedException {
  /** The path of its policy. */
  readonly policy: string;
  /** The models named in the tree that it is for. */
  readonly models: readonly string[];
}

/** An error or warning that a change of what judges makes lighter. */
export interface EasedFinding extends Pick<ReportedFinding, 'rule' | 'model' | 'path'> {
  readonly was: Severity;
  /** `null` where it is no longer told. */
  readonly is: Severity | null;
}

/** A duty that the policy states to be done, with how. */
export interface StatedDuty extends Pick<ReportedObligation, 'model' | 'what'> {
  readonly stated: string;
}

export interface ReportedIgnore {
  readonly path: string;
  readonly line: number;
  readonly rules: readonly string[];
  /** The models whose findings it silences. Reports of earlier versions have none. */
  readonly models?: readonly string[];
  readonly reason: string;
}

export interface ReportedStats {
  readonly filesScanned: number;
  readonly bytesScanned: number;
  readonly filesSkipped: readonly { readonly path: string; readonly reason: string }[];
  readonly filesPartlyRead: readonly { readonly path: string; readonly reason: string }[];
  readonly complete: boolean;
}

export interface ReportedReference extends Span {
  readonly path: string;
  readonly text: string;
  /** The name that was looked up, where the text alone is not it. */
  readonly id: string;
  readonly registry: Registry;
  readonly role: Role;
  /** Who runs the model, `null` where nothing says it. Reports of earlier versions have neither host, context nor why. */
  readonly host?: string | null;
  /** Who passes the call on to the host; absent where the text tells of nobody. */
  readonly via?: string;
  /** The services that alone the host may hand the call to; absent where that is left open, or it hands none on. */
  readonly passedTo?: readonly string[];
  /** Further hosts that the call may go to: the program also writes their addresses for its client. Absent where none is. */
  readonly otherHosts?: readonly string[];
  readonly context?: Context;
  /** What decided role, host and context. */
  readonly why?: readonly string[];
  /** Set where the client gets its address from elsewhere, as from a variable or a secret: who runs the model need not be the host. */
  readonly isAddressOpen?: true;
  readonly where: Where;
  readonly confidence: Confidence;
  readonly revision: string | null;
  readonly model: string | null;
  /** Set where it is the name that a server of the project gives what it serves: no model is named there, whatever one is called like it. */
  readonly isOwnName?: true;
  /** What a reader has to know of a verdict that allows the use; absent where there is nothing. */
  readonly reservations?: readonly Reservation[];
}

/** A loader or a request to a service whose model is not written in the text. */
export interface ReportedRuntimeChoice extends Span {
  readonly path: string;
  readonly loader: string;
  readonly expression: string;
}

export interface ReportedFinding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly message: string;
  readonly model: string | null;
  /** The part of the project that the place belongs to; `null` where the finding is of no reference. */
  readonly context?: Context | null;
  /** Codes of the further rules that the same cause breaks at this place; reports of earlier versions have none. */
  readonly also?: readonly string[];
  /** Those of `also` that are only hints at this place. Absent where there is none; reports of earlier versions do not say. */
  readonly hints?: readonly string[];
  /** What the rules under `also` found that `message` does not say; reports of earlier versions have none. */
  readonly further?: readonly { readonly rule: string; readonly message: string }[];
  /**
   * What the finding is by itself, where another tells the same of several models or places and this one is a hint for that: tables say it
   * in the row of the place. Absent elsewhere; reports of earlier versions do not say.
   */
  readonly alone?: Pick<ReportedFinding, 'severity' | 'message' | 'hints' | 'further'>;
  /** Further places in the same file that the finding speaks of, with the name that stands there. */
  readonly related?: readonly RelatedSpan[];
  readonly fixes: readonly string[];
}
