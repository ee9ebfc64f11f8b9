import { message, type Message } from '../message';
import type { LockEntry } from './lockFile';

/** One difference between what was approved and what is true now. */
export interface Drift {
  readonly rule: DriftRule;
  readonly model: string;
  readonly was: string;
  readonly is: string;
  readonly message: Message;
}

export const DRIFT_RULES = [
  'drift/license-changed',
  'drift/openness-changed',
  'drift/origin-changed',
  'drift/revision-moved',
  'drift/renamed',
  'drift/gated',
  'drift/gone',
  'drift/new-model',
  'drift/unused-entry',
] as const;
export type DriftRule = (typeof DRIFT_RULES)[number];

/** A model in use now: what is known of it, and what a look-up found beyond its facts. */
export interface CurrentModel {
  readonly entry: LockEntry;
  /** The id that the text names, when the model answers to another one now. */
  readonly renamedFrom?: string;
  /** The Hub no longer shows the repository: missing, private or disabled. */
  readonly gone?: boolean;
}

/**
 * Compares the models in use with the lock. A fact that was not known then, or is not known now, is no difference:
 * only two known and different facts are.
 * @param locked the lock's entries by lower-cased id
 */
export function compareLock(
  locked: ReadonlyMap<string, LockEntry>,
  current: readonly CurrentModel[],
): readonly Drift[] {
  return current.flatMap((model) => {
    const before =
      locked.get((model.renamedFrom ?? model.entry.model).toLowerCase()) ??
      locked.get(model.entry.model.toLowerCase());
    return before === undefined ? [newModel(model.entry)] : differences(before, model);
  });
}

/** The entries of a lock that no model in use has any more, for an audit that saw everything. */
export function unusedEntries(
  locked: ReadonlyMap<string, LockEntry>,
  current: readonly CurrentModel[],
): readonly Drift[] {
  const used = new Set(
    current.flatMap(({ entry, renamedFrom }) => [
      entry.model.toLowerCase(),
      ...(renamedFrom === undefined ? [] : [renamedFrom.toLowerCase()]),
    ]),
  );
  return [...locked]
    .filter(([id]) => !used.has(id))
    .map(([, { model, license }]) => ({
      rule: 'drift/unused-entry',
      model,
      was: license ?? 'unknown',
      is: '',
      message: message('{0} is in the lock and no longer in use', model),
    }));
}

function newModel(entry: LockEntry): Drift {
  return {
    rule: 'drift/new-model',
    model: entry.model,
    was: '',
    is: entry.license ?? 'unknown',
    message: message('{0} is in use but not in the lock: approve it, or remove it', entry.model),
  };
}

function differences(before: LockEntry, { entry: now, gone }: CurrentModel): Drift[] {
  const found: Drift[] = [];
  const add = (rule: DriftRule, was: string, is: string, text: Message): void =>
    void found.push({ rule, model: now.model, was, is, message: text });
  if (gone === true)
    add(
      'drift/gone',
      before.model,
      '',
      message('{0} was approved, and the Hub no longer shows it', before.model),
    );
  if (before.model.toLowerCase() !== now.model.toLowerCase()) {
    add(
      'drift/renamed',
      before.model,
      now.model,
      message('{0} was approved and is now named {1}', before.model, now.model),
    );
  }
  for (const { rule, of, changed } of FACTS) {
    const [was, is] = [of(before), of(now)];
    if (was !== null && is !== null && was !== is) add(rule, was, is, changed(now.model, was, is));
  }
  if (before.gated === false && now.gated === true)
    add(
      'drift/gated',
      'open',
      'gated',
      message('{0}: it was open when it was approved and is gated now', now.model),
    );
  return found;
}

/** A fact whose change is told where it is known then and now. */
interface Fact {
  readonly rule: DriftRule;
  readonly of: (entry: LockEntry) => string | null;
  readonly changed: (model: string, was: string, is: string) => Message;
}

const FACTS: readonly Fact[] = [
  {
    rule: 'drift/license-changed',
    of: ({ license }) => license,
    changed: (model, was, is) =>
      message('{0}: the license was {1} when it was approved and is {2} now', model, was, is),
  },
  {
    rule: 'drift/openness-changed',
    of: ({ openness }) => known(openness),
    changed: (model, was, is) =>
      message('{0}: it was {1} when it was approved and is {2} now', model, was, is),
  },
  {
    rule: 'drift/origin-changed',
    of: ({ origin }) => list(origin),
    changed: (model, was, is) =>
      message('{0}: the origin was {1} when it was approved and is {2} now', model, was, is),
  },
  {
    rule: 'drift/revision-moved',
    of: ({ revision }) => revision,
    changed: (model, was, is) =>
      message('{0}: revision {1} was approved and {2} is current', model, short(was), short(is)),
  },
];

function known(level: string): string | null {
  return level === 'unknown' ? null : level;
}

function list(origin: readonly string[]): string | null {
  return origin.length === 0 ? null : origin.join(', ');
}

function short(revision: string): string {
  return /^[0-9a-f]{16,}$/.test(revision) ? revision.slice(0, 12) : revision;
}
