import { contextUnder } from './contextCap';
import type { LicenseRecord, Obligation, Restriction } from '../catalog/records';
import { isRoleGuessed } from '../detect/uses/nameAlone';
import { dutiesOf, type Condition, type Duty } from '../licenses/obligations';
import { situationOf } from '../licenses/situation';
import { sourceOf } from '../licenses/terms';
import { statedOf } from '../lookup/policyModel';
import { message, type Message } from '../message';
import type { ModelReference } from '../reference';
import { isUse } from '../vocabulary';
import type { BARRED_RESTRICTIONS } from './policy';
import type { EvaluationContext } from './evaluationContext';
import type { Subject } from './rule';
import { askingTerms } from './rules/binding';
import { subjectOf } from './subject';
import { surenessOf } from './sureness';
import type { EvidencePlace, WorkspaceEvidence } from './workspaceEvidence';

/** One reference of the workspace, with what it is judged by. */
export interface WorkspaceUse {
  readonly path: string;
  readonly reference: ModelReference;
  readonly context: EvaluationContext;
}

export type LedgerKind = 'show' | 'ship' | 'pass-on' | 'name' | 'ask' | 'avoid';

/**
 * `done`: it was found in the workspace, or the policy states how it is done. `open`: it was looked for and not found. `by-hand`: only people can tell.
 */
export type LedgerState = 'done' | 'open' | 'by-hand';

/** What the policy states of a duty that is done. */
export interface StatedDone {
  readonly how: string;
  readonly approvedBy: string | null;
  /** Keys of all licenses whose duty of that kind the same statement marks for the model, where it names none and there are several. */
  readonly licenses: readonly string[];
}

/** Why a duty is not reported though it is due and was not found done. */
export interface DutyExcuse {
  readonly reason: string;
  readonly approvedBy: string | null;
  /** The last day on which the exception holds, `YYYY-MM-DD`; `null` for none. */
  readonly until: string | null;
}

/** One thing that a license asks of the project, for one model. */
export interface LedgerEntry {
  readonly model: string;
  /** Key of the license that asks. */
  readonly license: string;
  readonly kind: LedgerKind;
  readonly what: Obligation | Restriction;
  readonly text: Message;
  /** The exact words, where the license prescribes them. */
  readonly words: string | null;
  /** Whether it is due now: it waits for nothing. */
  readonly certain: boolean;
  readonly waitsFor: readonly Condition[];
  readonly clause: string | null;
  readonly source: string | null;
  readonly state: LedgerState;
  readonly where: EvidencePlace | null;
  /** That it is done, as the policy states it; `null` where that says nothing of it. */
  readonly stated: StatedDone | null;
  /** The exceptions that keep it from being reported; it is no more done for them. */
  readonly excused: readonly DutyExcuse[];
  /**
   * The first reference to the model that owes it, which stands for all of them: one that owes it now, where any does,
   * and of these one whose use the text tells.
   */
  readonly use: WorkspaceUse;
}

const KIND_OF: Readonly<Record<Obligation, LedgerKind>> = {
  'display-phrase': 'show',
  'give-credit': 'show',
  'include-notice': 'ship',
  'include-license': 'ship',
  'retain-copyright': 'ship',
  'state-changes': 'ship',
  'disclose-source': 'ship',
  'share-alike': 'pass-on',
  'pass-on-restrictions': 'pass-on',
  'name-prefix': 'name',
  register: 'ask',
  'follow-use-policy': 'avoid',
};

/** What the licenses of all models ask of the project, and what of it the workspace shows. Sorted by model. */
export function obligationsLedger(
  uses: readonly WorkspaceUse[],
  evidence: WorkspaceEvidence,
): readonly LedgerEntry[] {
  const entries = new Map<string, LedgerEntry>();
  const seen = new Set<string>();
  for (const use of uses) {
    if (!isUse(use.reference.role) || !isOfProduct(use)) continue;
    const { id, registry, role, host, why } = use.reference;
    const subject = subjectAt(use);
    const of = [use.context.policy?.path, registry, id, role, host, subject.relation, isRoleGuessed(why)];
    const same = of.join('\n');
    if (seen.has(same)) continue;
    seen.add(same);
    for (const entry of entriesFor(subject, use, evidence)) {
      const key = [use.context.policy?.path, entry.model, entry.license, entry.what, entry.words].join('\n');
      const known = entries.get(key);
      if (known === undefined || sureness(entry) > sureness(known)) entries.set(key, entry);
    }
  }
  return [...entries.values()].sort((a, b) => (a.model < b.model ? -1 : a.model > b.model ? 1 : 0));
}

/** How far an entry stands for a model: one that is due now before others, and a use that the text tells before a guess. */
function sureness({ certain, use: { reference } }: LedgerEntry): number {
  return (certain ? 2 : 0) + (isRoleGuessed(reference.why) ? 0 : 1);
}

/** A test, document or dump owes nobody anything: duties are those of what is given to others. */
export function isOfProduct({ path, reference, context: { policy } }: WorkspaceUse): boolean {
  return contextUnder(policy, path, reference.context) === 'product';
}

/** Whether the licenses ask something of this use that is due now, whether it is done or not. */
export function owesNow(reference: ModelReference, context: EvaluationContext): boolean {
  const use = { path: context.path ?? '', reference, context };
  return (
    isUse(reference.role) &&
    isOfProduct(use) &&
    entriesFor(subjectAt(use), use, NOTHING_DONE).some(({ certain }) => certain)
  );
}

/** Whether an entry is of a use: another of the same model may be under other terms, as where somebody else runs it. */
export function isOwedBy(
  { license, what, use: { context } }: LedgerEntry,
  { path, reference }: Pick<WorkspaceUse, 'path' | 'reference'>,
): boolean {
  const use = { path, reference, context };
  return entriesFor(subjectAt(use), use, NOTHING_DONE).some(
    (entry) => entry.license === license && entry.what === what,
  );
}

const NOTHING_DONE: WorkspaceEvidence = {
  licenseText: () => undefined,
  words: () => undefined,
  shown: () => undefined,
};

/** Judged as the file judges it: who gets the weights depends on the kind of file. */
function subjectAt({ reference, context, path }: WorkspaceUse): Subject {
  return subjectOf(reference, { ...context, path });
}

function entriesFor(
  subject: Subject,
  use: WorkspaceUse,
  evidence: WorkspaceEvidence,
): readonly LedgerEntry[] {
  return [...dutyEntries(subject, use, evidence), ...barredEntries(subject, use)];
}

function dutyEntries(
  subject: Subject,
  use: WorkspaceUse,
  evidence: WorkspaceEvidence,
): readonly LedgerEntry[] {
  const makers = makersOf(subject);
  // Who only calls a model agreed to its service's terms and to nothing that the weights come with.
  return askingTerms(subject).flatMap((license) =>
    dutiesFor(license, subject).map((duty): LedgerEntry => {
      const looked =
        duty.obligation === 'name-prefix' ? named(duty, subject) : lookedFor(duty, evidence, makers);
      // A duty of a license that is only inferred waits for somebody to read the license: `license/unknown` says so.
      const isOfHost = license.key === subject.service?.terms?.key;
      const isRead = isOfHost || surenessOf(subject.model, 'license') !== 'inferred';
      return {
        model: subject.model?.id ?? use.reference.id,
        license: duty.license,
        kind: KIND_OF[duty.obligation],
        what: duty.obligation,
        text: duty.text,
        words: duty.phrase,
        certain: duty.certain && isRead,
        waitsFor: duty.waitsFor,
        clause: duty.clause,
        source: duty.source,
        use,
        state: looked === undefined ? 'by-hand' : looked === null ? 'open' : 'done',
        where: looked === true ? null : (looked ?? null),
        stated: null,
        excused: [],
      };
    }),
  );
}

/**
 * The duties that come with a use of a model. One that was made from another has a name that the license of that may prescribe, and
 * files that its license wants marked as changed, wherever it is given to others.
 */
function dutiesFor(license: LicenseRecord, subject: Subject): readonly Duty[] {
  const use = subject.context.policy?.use;
  const duties = dutiesOf(license, subject.relation, use);
  if (derivationOf(subject) === undefined) return duties;
  const isOfBase = subject.model?.lineage.some((base) => base.license === license.key) ?? false;
  const ofMaker = ({ obligation }: Duty): boolean =>
    obligation === 'name-prefix' || (obligation === 'state-changes' && isOfBase);
  return [...dutiesOf(license, 'derives', use).filter(ofMaker), ...duties.filter((duty) => !ofMaker(duty))];
}

/**
 * How it is known that weights of a name of their own were made from another model: the policy describes them so, or what lies beside them
 * in the tree says it, or hints at it. What a server calls them is no name, and to pack weights anew makes no other model of them.
 */
function derivationOf({
  reference: { id, registry },
  model,
  relation,
  context: { policy },
}: Subject): 'told' | 'hinted' | undefined {
  const hasWeights = relation === 'ships' || relation === 'serves';
  const isInTree = registry === 'local' && id.includes('/');
  if (!hasWeights || policy === undefined || (registry === 'local' && !isInTree)) return undefined;
  if ((statedOf(policy.models, id, model)?.base ?? null) !== null) return 'told';
  const isMade = model?.lineage.some((base) => base.relation !== 'quantized') ?? false;
  const found = model?.evidence.find(({ fact, origin }) => fact === 'lineage' && origin === 'local file');
  if (!isInTree || !isMade || found === undefined) return undefined;
  return found.confidence === 'low' ? 'hinted' : 'told';
}

/**
 * Whether the name of a model begins as its license wants; `undefined` where the model is still to be made, or only a hint says that it was.
 * In a tree the name is that of the file, or of the folder that it lies in.
 */
function named({ phrase }: Duty, subject: Subject): true | null | undefined {
  const derivation = derivationOf(subject);
  if (phrase === null || derivation === undefined) return undefined;
  const { id, registry } = subject.reference;
  const names = id.split('/').slice(registry === 'local' ? -2 : -1);
  if (names.some((name) => name.toLowerCase().startsWith(phrase.toLowerCase()))) return true;
  return derivation === 'told' ? null : undefined;
}

/** Who made a model and its bases, and the organizations that decide for them. */
function makersOf({ model, context: { catalog } }: Subject): ReadonlySet<string> {
  const ids = (model?.origin ?? []).flatMap(({ organization }) => organization ?? []);
  return new Set(ids.flatMap((id) => [id, catalog.organization(id)?.parent ?? id]));
}

/** Where a duty is done, `null` where that was not found; `undefined` where it cannot be looked for. */
function lookedFor(
  duty: Duty,
  evidence: WorkspaceEvidence,
  makers: ReadonlySet<string>,
): EvidencePlace | null | undefined {
  if (duty.obligation === 'include-license') return evidence.licenseText(duty.license, makers) ?? null;
  if (duty.phrase === null) return undefined;
  for (const words of [duty.phrase, ...duty.alternatives]) {
    const place = duty.obligation === 'display-phrase' ? evidence.shown(words) : evidence.words(words);
    if (place !== undefined) return place;
  }
  return null;
}

/** What is barred outright; limits on size, region and purpose are findings of their own. */
const BARRED: Readonly<
  Record<(typeof BARRED_RESTRICTIONS)[number], (name: string) => Message> &
    Partial<Record<Restriction, (name: string) => Message>>
> = {
  'field-of-use': (name) => message('Keep from the uses that {0} bars', name),
  'no-competing-training': (name) =>
    message('Do not train other models on outputs beyond what {0} allows', name),
  'no-redistribution': (name) => message('Do not pass the weights on: {0}', name),
  'no-derivatives': (name) => message('Do not share changed versions: {0}', name),
  'no-additional-terms': (name) => message('Add no terms of your own to those of {0}', name),
};

/** What only somebody does who passes the weights on or makes others of them: who does neither has nothing to refrain from. */
const OF_WEIGHTS: ReadonlySet<Restriction> = new Set([
  'no-redistribution',
  'no-derivatives',
  'no-additional-terms',
]);

function barredEntries(subject: Subject, use: WorkspaceUse): readonly LedgerEntry[] {
  const hasWeights = subject.relation !== 'calls' && subject.model?.openness.level !== 'api-only';
  const situation = situationOf(subject.relation, use.context.policy?.use);
  return askingTerms(subject).flatMap((license) =>
    license.restrictions.flatMap((term): LedgerEntry[] => {
      const text = BARRED[term.restriction]?.(license.name);
      const isOfWeights = OF_WEIGHTS.has(term.restriction);
      if (text === undefined || (!hasWeights && isOfWeights)) return [];
      const isCertain = !isOfWeights || term.triggers.some((trigger) => situation.certain.has(trigger));
      if (!isCertain && !term.triggers.some((trigger) => situation.possible.has(trigger))) return [];
      return [
        {
          model: subject.model?.id ?? use.reference.id,
          license: license.key,
          kind: 'avoid',
          what: term.restriction,
          text,
          words: null,
          certain: isCertain,
          waitsFor: isCertain ? [] : ['offer'],
          clause: term.clause,
          source: sourceOf(license),
          state: 'by-hand',
          where: null,
          stated: null,
          excused: [],
          use,
        },
      ];
    }),
  );
}
