import type { LicenseRecord, Obligation, ObligationTerm, Threshold, Trigger } from '../catalog/records';
import { message, type Message, withComma } from '../message';
import type { ProjectUse } from '../policy/policy';
import type { Relation } from '../vocabulary';
import { isAbove, sizeIn, sizeOf } from './limits';
import { situationOf, type Situation } from './situation';
import { sourceOf } from './terms';

/**
 * What has to come about before a duty is due: that the model is offered or given to others, that it is used commercially, or
 * that the product grows above a size, which the duty's own text then names.
 */
export type Condition = 'offer' | 'commercial-use' | 'size';

/** Something a license asks of the project. */
export interface Duty {
  /** Key of the license that asks. */
  readonly license: string;
  readonly obligation: Obligation;
  /** What brings it about. */
  readonly trigger: Trigger;
  /** Whether it is due now: it waits for nothing. */
  readonly certain: boolean;
  /** What it waits for, as far as the project does not say that this has come about. */
  readonly waitsFor: readonly Condition[];
  readonly clause: string | null;
  readonly source: string | null;
  /** The exact words to show or ship, or the prefix of a name. */
  readonly phrase: string | null;
  readonly alternatives: readonly string[];
  readonly text: Message;
}

/** Most telling first: what others see, then what travels with the weights, then how the model is used. */
const ORDER: readonly Obligation[] = [
  'display-phrase',
  'name-prefix',
  'share-alike',
  'pass-on-restrictions',
  'disclose-source',
  'include-notice',
  'include-license',
  'give-credit',
  'retain-copyright',
  'state-changes',
  'register',
  'follow-use-policy',
];

/**
 * What a license asks of a project that has this relation to the model. Without `use` only what the relation itself
 * brings about; with it also what the project's offer to others does.
 */
export function dutiesOf(record: LicenseRecord, relation: Relation, use?: ProjectUse): readonly Duty[] {
  return dutiesIn(record, situationOf(relation, use), use);
}

export function dutiesIn(record: LicenseRecord, situation: Situation, use?: ProjectUse): readonly Duty[] {
  return record.obligations
    .flatMap((term) => dutyOf(record, term, situation, use) ?? [])
    .sort((a, b) => ORDER.indexOf(a.obligation) - ORDER.indexOf(b.obligation));
}

function dutyOf(
  record: LicenseRecord,
  term: ObligationTerm,
  situation: Situation,
  use: ProjectUse | undefined,
): Duty | undefined {
  const sure = term.triggers.find((trigger) => setsOff(trigger, term, situation));
  const trigger = sure ?? term.triggers.find((candidate) => situation.possible.has(candidate));
  const condition = conditionMet(record, term, situation, use);
  if (trigger === undefined || condition === false) return undefined;
  const waitsFor = [
    ...(sure === undefined ? ['offer' as const] : []),
    ...(condition === null ? [sizeOrCommerce(term)] : []),
  ];
  return {
    license: record.key,
    obligation: term.obligation,
    trigger,
    certain: waitsFor.length === 0,
    waitsFor,
    clause: term.clause,
    source: sourceOf(record),
    phrase: term.text ?? null,
    alternatives: term.alternatives ?? [],
    text: sentence(record, term, condition),
  };
}

/** What is due for copies and for changed versions alike is due for those that are given on. */
function setsOff(trigger: Trigger, { triggers }: ObligationTerm, { certain }: Situation): boolean {
  const isOfCopies = trigger === 'derivative' && triggers.includes('distribution');
  return certain.has(trigger) && (!isOfCopies || certain.has('distribution'));
}

/** The conditions that have to be told beside a duty: one that waits for a size names it in its own text. */
export function conditionsToTell({
  waitsFor,
}: Pick<Duty, 'waitsFor'>): readonly Exclude<Condition, 'size'>[] {
  const told = waitsFor.filter((condition) => condition !== 'size');
  return told.length < waitsFor.length ? [] : told;
}

function sizeOrCommerce({ condition }: ObligationTerm): Condition {
  return condition === 'above-threshold' ? 'size' : 'commercial-use';
}

/** `null` where the project does not say enough to know. */
function conditionMet(
  record: LicenseRecord,
  term: ObligationTerm,
  situation: Situation,
  use: ProjectUse | undefined,
): boolean | null {
  if (term.condition === undefined) return true;
  if (situation.commercial === false) return false;
  if (term.condition === 'commercial-use') return situation.commercial;
  return use === undefined ? null : aboveCreditSize(record, use);
}

function aboveCreditSize(record: LicenseRecord, use: ProjectUse): boolean | null {
  const sizes = creditSizes(record).map((threshold) => {
    const size = sizeOf(threshold, use);
    return size === null ? null : isAbove(size, threshold);
  });
  if (sizes.includes(true)) return true;
  return sizes.includes(null) ? null : false;
}

const SENTENCES: Readonly<Record<Obligation, (phrase: string | undefined, name: string) => Message>> = {
  'display-phrase': (phrase, name) =>
    phrase === undefined ? message('Show the credit that {0} asks for', name) : message('Show “{0}”', phrase),
  'name-prefix': (phrase, name) =>
    phrase === undefined
      ? message('Name a derived model as {0} asks', name)
      : message('Let the name of a derived model begin with “{0}”', phrase),
  'share-alike': (_, name) => message('Keep what is derived under {0}', name),
  'pass-on-restrictions': (_, name) =>
    message('Bind users and recipients to the use restrictions of {0}', name),
  'disclose-source': () => message('Offer the corresponding source'),
  'include-notice': (phrase) =>
    phrase === undefined
      ? message('Keep the notice that came with the model')
      : message('Ship the notice “{0}”', phrase),
  'include-license': (_, name) => message('Give recipients a copy of {0}', name),
  'give-credit': (phrase) =>
    phrase === undefined ? message('Credit the authors') : message('Credit the authors with “{0}”', phrase),
  'retain-copyright': () => message('Keep the copyright and license notices'),
  'state-changes': () => message('Say what was changed'),
  'follow-use-policy': (_, name) => message('Keep to the use policy of {0}', name),
  register: (_, name) => message('Register or ask as {0} requires', name),
};

function sentence(record: LicenseRecord, term: ObligationTerm, condition: boolean | null): Message {
  const sizes = condition === null && term.condition === 'above-threshold' ? creditSizes(record) : [];
  return sizes.length > 0
    ? creditAbove(
        term.text,
        record.name,
        sizes.map(sizeIn).reduce((all, size) => withComma(all, size)),
      )
    : SENTENCES[term.obligation](term.text, record.name);
}

function creditAbove(phrase: string | undefined, name: string, sizes: string | Message): Message {
  return phrase === undefined
    ? message('Show the credit that {0} asks for, once the product is above one of these: {1}', name, sizes)
    : message('Show “{0}”, once the product is above one of these: {1}', phrase, sizes);
}

function creditSizes({ thresholds }: LicenseRecord): readonly Threshold[] {
  return thresholds.filter(({ consequence }) => consequence === 'display-credit');
}
