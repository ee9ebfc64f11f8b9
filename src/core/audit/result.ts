import type { ApprovalScope } from '../drift/approve';
import type { CurrentModel } from '../drift/compareLock';
import type { Message } from '../message';
import type { Service } from '../lookup/service';
import type { Model } from '../model';
import type { Finding } from '../policy/finding';
import type { Excused } from '../policy/excused';
import type { Reservation } from '../policy/reservations';
import type { ModelReference, RuntimeChoice } from '../reference';
import type { Span } from '../text/range';
import type { LedgerEntry } from '../policy/ledger';
import type { PolicyInventory, ProjectUse } from '../policy/policy';
import type { PolicyScope } from './policyScope';
import type { SkippedFile } from './walk';

/** A place in the audited folders. */
export interface Located {
  /** Index into the audited folders. */
  readonly folder: number;
  /** With `/`, relative to its folder; with the folder's name in front when several were audited. */
  readonly path: string;
  readonly span: Span;
}

export interface AuditedReference extends Located {
  readonly reference: ModelReference;
  /** Canonical id; `null` when nothing is known of the name. */
  readonly model: string | null;
  /** Whose service it uses; `undefined` where the project runs the model itself, or nothing tells who does. */
  readonly service: Service | undefined;
  /** Those that see a call beside it: the gateway before it, and those whom alone it may hand the call to. Absent where there are none. */
  readonly others?: readonly Service[];
  /** What a reader has to know of a verdict that allows the use; absent where there is nothing. */
  readonly reservations?: readonly Reservation[];
  /** What only exceptions of the policy keep from being told; absent where there is nothing. */
  readonly excused?: readonly Excused[];
}

/** An address at which models are called that the text does not name. */
export interface AuditedAddress extends Located {
  readonly reference: ModelReference;
  readonly service: Service;
  readonly others?: readonly Service[];
  readonly excused?: readonly Excused[];
}

/** A policy file that governs part of what was audited. */
export interface AuditedPolicy extends PolicyScope {
  readonly folder: number;
}

/** A further place in the same file that a finding speaks of, with the name that stands there. */
export interface RelatedSpan extends Span {
  readonly name: string;
}

export interface AuditedFinding extends Located {
  readonly finding: Finding;
  /** Titles of the ways to settle it, the best first. */
  readonly fixes: readonly Message[];
  readonly related?: readonly RelatedSpan[];
}

export interface AuditedRuntimeChoice extends Located {
  readonly choice: RuntimeChoice;
}

/** A comment in a file that silenced findings there. */
export interface AuditedIgnore extends Located {
  /** Only those that had found something. */
  readonly rules: readonly string[];
  /** The models that this was about. */
  readonly models: readonly string[];
  readonly reason: string;
  /** The 1-based lines whose findings it silences. */
  readonly lines: readonly number[];
}

/** What a lock file of a folder says, or would say, of the models that the folder uses. */
export interface AuditedLock extends ApprovalScope {
  readonly folder: number;
  /** The file is there and cannot be used: why, and the 1-based line. It must not be written over, for what it approves is not known. */
  readonly broken: { readonly line: number; readonly message: Message } | undefined;
  readonly current: readonly CurrentModel[];
}

export interface AuditStats {
  readonly filesScanned: number;
  readonly bytesScanned: number;
  readonly filesSkipped: readonly SkippedFile[];
  /** Files of which a part was not looked at. */
  readonly filesPartlyRead: readonly { readonly path: string; readonly message: Message }[];
  /** False when the audit was canceled or something could not be read. */
  readonly complete: boolean;
  readonly canceled: boolean;
}

/** What was audited, and what it is judged by. `null` where nothing says it. */
export interface AuditedProject {
  /** The commit that is checked out, where the only folder is the root of a work tree. */
  readonly commit: string | null;
  /** Whether the files are others than those of that commit, staged or not. Absent where that could not be told. */
  readonly differs?: boolean;
  /** Where the work tree came from, as `github.com/owner/name`. Absent where git does not say it. */
  readonly repository?: string;
  /** What the files at the root state as the license of the project: a key or an expression. */
  readonly license: string | null;
  /** What the policy of the root states of its use. */
  readonly use: ProjectUse | null;
  /** What the policy of the root states for bills of materials. Absent where it states nothing. */
  readonly inventory?: PolicyInventory;
  /** Of a merged report: what is not the same in all its parts, each with the folder that its files are in. */
  readonly parts?: readonly AuditedPart[];
}

/** A part of a merged report. What is the same in all parts stands in the whole, and is absent here. */
export interface AuditedPart extends Pick<AuditedProject, 'differs' | 'repository' | 'inventory'> {
  /** The folder; `''` for the whole. */
  readonly path: string;
  /** Absent where the part is of no commit. */
  readonly commit?: string;
  /** The policy of its root; `null` where there is none. */
  readonly policy?: string | null;
  readonly license?: AuditedProject['license'];
  readonly use?: AuditedProject['use'];
}

/** Everything an audit found. All lists are sorted, so that the same tree and policy give the same result. */
export interface AuditResult {
  readonly references: readonly AuditedReference[];
  /** The names that servers of the project give the models that they serve: none of them is a model. */
  readonly ownNames?: readonly AuditedReference[];
  readonly addresses: readonly AuditedAddress[];
  readonly findings: readonly AuditedFinding[];
  readonly runtimeChoices: readonly AuditedRuntimeChoice[];
  /** Every known model that a reference names, by id. */
  readonly models: readonly Model[];
  /** What the licenses ask of the project for the ways in which it uses the models, and what of it is done. */
  readonly ledger: readonly LedgerEntry[];
  readonly policies: readonly AuditedPolicy[];
  readonly ignores: readonly AuditedIgnore[];
  /** One for each audited folder. */
  readonly locks: readonly AuditedLock[];
  /** The day by which it was judged, `YYYY-MM-DD`. */
  readonly today: string;
  readonly project: AuditedProject;
  readonly stats: AuditStats;
}

export interface AuditProgress {
  /** `ask`: models are looked up, and `done` counts models. */
  readonly phase: 'list' | 'read' | 'ask';
  readonly done: number;
  /** 0 while the number is not known. */
  readonly total: number;
}
