import { compareLock, unusedEntries, type Drift } from '../drift/compareLock';
import { brokenLock, LOCK_FILE_NAME, readLock, type LockEntry, type LockReading } from '../drift/lockFile';
import type { ModelInUse } from '../drift/modelsInUse';
import { message, type Message } from '../message';
import type { Decode, FileSource } from '../ports';
import { exceptionsFor } from '../policy/exceptions';
import type { Finding } from '../policy/finding';
import type { Policy } from '../policy/policy';
import { ruleInfo } from '../policy/rules';
import { isChosenByOwner } from '../policy/rules/ownersName';
import { severityOf } from '../policy/severity';
import { errorText } from '../errorText';
import { LineIndex } from '../text/lineIndex';
import type { Span, TextRange } from '../text/range';
import { decodeText } from './decodeText';

/** A lock file as it was found in an audited root. */
export interface FoundLock {
  readonly lines: LineIndex;
  readonly reading: LockReading;
  /** Why the file could not be read. */
  readonly failure?: string;
}

/**
 * The lock of a root; `undefined` when there is none. One that is there and is no plain file (a link is not followed), or cannot be
 * read, is a lock with a mistake: what it approves is not known. Never rejects.
 */
export async function findLock(source: FileSource, decode: Decode): Promise<FoundLock | undefined> {
  const entries = await source.list('').catch(() => []);
  const kind = entries.find(({ path }) => path === LOCK_FILE_NAME)?.kind;
  if (kind === undefined) return undefined;
  if (kind !== 'file')
    return unusable(
      message('{0} is a link, a folder or a device: put the file itself in its place', LOCK_FILE_NAME),
    );
  let bytes: Uint8Array;
  try {
    bytes = await source.read(LOCK_FILE_NAME);
  } catch (error) {
    const reason = errorText(error);
    return { ...unusable(message('{0} cannot be read: {1}', LOCK_FILE_NAME, reason)), failure: reason };
  }
  const decoded = decodeText(bytes, decode);
  return 'text' in decoded
    ? { lines: new LineIndex(decoded.text), reading: readLock(decoded.text) }
    : unusable(message('{0} is neither UTF-8 nor UTF-16 text', LOCK_FILE_NAME));
}

function unusable(problem: Message): FoundLock {
  return { lines: new LineIndex(''), reading: brokenLock(problem) };
}

/** What governs the lock file itself. */
export interface LockContext {
  readonly policy: Policy | undefined;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
  /** Every file that the lock is for was looked at, so that an entry without a use is known to have none. */
  readonly whole: boolean;
}

export interface DriftFinding {
  /** Where it stands: at a use of the model, or in the lock file. */
  readonly at: ModelInUse | Span;
  readonly finding: Finding;
  /** The exceptions that silence it, by their index in the policy; it is reported when there are none. */
  readonly excepted: readonly number[];
  readonly policy: Policy | undefined;
}

/** The entries of a lock that can be used, by lower-cased id. */
export function lockedModels(lock: FoundLock | undefined): ReadonlyMap<string, LockEntry> {
  return new Map([...(lock?.reading.entries ?? [])].map(([id, { entry }]) => [id, entry]));
}

/** What is different now from what the lock says. A lock with a mistake gives that as its one finding. */
export function driftFindings(
  lock: FoundLock,
  current: readonly ModelInUse[],
  context: LockContext,
): readonly DriftFinding[] {
  const { entries, problems } = lock.reading;
  if (entries === undefined) {
    return problems
      .flatMap((problem) => brokenLockFinding(problem, context.policy))
      .map((finding) => ({
        at: lock.lines.spanOf(finding.range),
        policy: context.policy,
        excepted: [],
        finding,
      }));
  }
  const locked = lockedModels(lock);
  const told = context.whole ? current : current.filter((model) => !isToldElsewhere(model, locked));
  const byModel = new Map(told.map((model) => [model.entry.model, model]));
  const changed = compareLock(locked, told).flatMap((drift) => {
    const model = byModel.get(drift.model);
    return model === undefined
      ? []
      : atUse(drift, model, locked.get(drift.was.toLowerCase()) ?? locked.get(drift.model.toLowerCase()));
  });
  const unused = context.whole ? unusedEntries(locked, current) : [];
  return [...changed, ...unused.flatMap((drift) => atEntry(drift, lock, context))];
}

/**
 * A name that the owner of a deployment or a server chose, of which the part that is audited does not say which model it stands for:
 * the rest may, and then the lock has that model.
 */
function isToldElsewhere(
  { entry: { model, license, openness }, use: { reference } }: ModelInUse,
  locked: ReadonlyMap<string, LockEntry>,
): boolean {
  const isOpen = license === null && openness === 'unknown' && !locked.has(model.toLowerCase());
  return isOpen && isChosenByOwner(reference);
}

/**
 * What is to be said of a lock's text alone, for an editor: its mistake, or else what an earlier audit found of those entries that are
 * still there, where they stand now.
 */
export function findingsInLock(
  text: string,
  policy: Policy | undefined,
  audited: readonly Finding[],
): readonly Finding[] {
  const { entries, problems } = readLock(text);
  if (entries === undefined) return problems.flatMap((problem) => brokenLockFinding(problem, policy));
  return audited.flatMap((finding) => {
    const entry = finding.model === null ? undefined : entries.get(finding.model.toLowerCase());
    return entry === undefined ? [] : [{ ...finding, range: entry.range }];
  });
}

function atUse(drift: Drift, model: ModelInUse, approved: LockEntry | undefined): readonly DriftFinding[] {
  const {
    reference,
    context: { policy, today },
  } = model.use;
  const finding = findingOf(drift, policy, reference.range);
  if (finding === undefined) return [];
  const excepted =
    policy === undefined
      ? []
      : exceptionsFor(
          policy,
          drift.rule,
          { names: [drift.model, reference.id, reference.text], path: model.use.path },
          today,
        );
  return [
    {
      at: model,
      policy,
      excepted,
      finding: {
        ...finding,
        reference,
        ...(approved && { decision: { kind: 'fact', source: approvalText(approved) } as const }),
      },
    },
  ];
}

function atEntry(
  drift: Drift,
  { lines, reading }: FoundLock,
  { policy, today }: LockContext,
): readonly DriftFinding[] {
  const range = reading.entries?.get(drift.model.toLowerCase())?.range ?? { start: 0, end: 0 };
  const finding = findingOf(drift, policy, range);
  const excepted =
    policy === undefined
      ? []
      : exceptionsFor(policy, drift.rule, { names: [drift.model], path: undefined }, today);
  return finding === undefined ? [] : [{ at: lines.spanOf(range), policy, excepted, finding }];
}

function brokenLockFinding(
  { message, range }: Pick<Finding, 'message' | 'range'>,
  policy: Policy | undefined,
): readonly Finding[] {
  const rule = 'drift/invalid-lock';
  // As with a policy that cannot be read: somebody wants the models watched, and they are not.
  const severity = policy?.rules.get(rule) ?? 'error';
  return severity === 'off' ? [] : [{ rule, severity, range, message, model: null }];
}

function findingOf(
  { rule, model, message, was, is }: Drift,
  policy: Policy | undefined,
  range: TextRange,
): Finding | undefined {
  const severity = severityFor(rule, policy);
  return severity === 'off' ? undefined : { rule, severity, range, message, model, data: { was, is } };
}

function severityFor(rule: string, policy: Policy | undefined): ReturnType<typeof severityOf> {
  const info = ruleInfo(rule);
  return info === undefined ? 'off' : severityOf(info, policy);
}

function approvalText({ approvedBy, approvedOn }: LockEntry): string {
  return [LOCK_FILE_NAME, approvedBy, approvedOn].filter((part) => part !== null).join(', ');
}
