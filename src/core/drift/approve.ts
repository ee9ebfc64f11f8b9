import type { CurrentModel } from './compareLock';
import { writeLock, type LockEntry } from './lockFile';

export interface Approval {
  readonly approvedBy: string | null;
  /** `YYYY-MM-DD`. */
  readonly approvedOn: string;
}

export interface ApprovalScope {
  /** The present lock's entries by lower-cased id; empty where there is none that can be read. */
  readonly locked: ReadonlyMap<string, LockEntry>;
  /** False where only a part of what the lock is for was looked at: entries of the rest are kept. */
  readonly whole: boolean;
}

/**
 * The text of a lock in which all models in use are approved as they are known now. An entry in which nothing changed keeps who
 * approved it and when, and a fact that is not known now stays as it was known: approving twice, or without a network, changes nothing.
 */
export function approveModels(
  current: readonly CurrentModel[],
  approval: Approval,
  { locked, whole }: ApprovalScope,
): string {
  const entries = new Map<string, LockEntry>();
  const replaced = new Set<string>();
  for (const { entry, renamedFrom } of current) {
    const id = entry.model.toLowerCase();
    const old = renamedFrom?.toLowerCase();
    const before = locked.get(id) ?? (old === undefined ? undefined : locked.get(old));
    if (old !== undefined) replaced.add(old);
    entries.set(id, approvedEntry(before, entry, approval));
  }
  const kept = whole
    ? []
    : [...locked].filter(([id]) => !entries.has(id) && !replaced.has(id)).map(([, entry]) => entry);
  return writeLock([...entries.values(), ...kept]);
}

function approvedEntry(
  before: LockEntry | undefined,
  now: LockEntry,
  { approvedBy, approvedOn }: Approval,
): LockEntry {
  if (before === undefined) return { ...now, approvedBy, approvedOn };
  const facts = withKnown(before, now);
  if (sameFacts(before, facts))
    return before.approvedBy === null && approvedBy !== null ? { ...before, approvedBy, approvedOn } : before;
  return { ...facts, approvedBy, approvedOn };
}

/** What is known now over what was known before. */
function withKnown(before: LockEntry, now: LockEntry): LockEntry {
  return {
    ...now,
    license: now.license ?? before.license,
    effectiveLicense: now.effectiveLicense ?? before.effectiveLicense,
    openness: now.openness === 'unknown' ? before.openness : now.openness,
    publisher: now.publisher ?? before.publisher,
    origin: now.origin.length === 0 ? before.origin : now.origin,
    revision: now.revision ?? before.revision,
    gated: now.gated ?? before.gated,
    evidence: now.evidence ?? before.evidence,
  };
}

/** Where a fact was read is not the fact. */
function sameFacts(a: LockEntry, b: LockEntry): boolean {
  const facts = ({
    model,
    license,
    effectiveLicense,
    openness,
    publisher,
    origin,
    revision,
    gated,
  }: LockEntry): string =>
    JSON.stringify([model, license, effectiveLicense, openness, publisher, origin, revision, gated]);
  return facts(a) === facts(b);
}
