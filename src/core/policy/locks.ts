import { message } from '../message';
import { LineIndex } from '../text/lineIndex';
import type { EvaluationContext } from './evaluationContext';
import type { Finding } from './finding';
import { rulesToSettle } from './oneCause';
import type { OriginSelector, Policy, PolicyProblem, ProjectUse, SeverityOrOff, Stated } from './policy';
import { isWithin } from './regions';
import { ruleInfo } from './rules';
import { rank } from './severity';

/** Whether a base of the policy locks a rule that would have to be excused for a finding to be gone. */
export function isLocked(finding: Finding, { policy }: EvaluationContext): boolean {
  return policy !== undefined && rulesToSettle(finding).some((rule) => policy.lockedBy.has(rule));
}

/** The codes of the rules that a policy locks for others, or that are locked for it. */
export function lockedRules({ locked, lockedBy }: Policy): ReadonlySet<string> {
  return new Set([...locked.map(({ value }) => value), ...lockedBy.keys()]);
}

/** Each lock that a policy states for others or builds on. */
export function locksAt(policy: Policy): readonly Lock[] {
  return [
    ...policy.locked.map(({ value, path }) => ({ rule: value, file: path ?? policy.path })),
    ...locksBelow(policy),
  ];
}

/** Each lock that a policy builds on. */
export function locksBelow({ lockedBy }: Policy): readonly Lock[] {
  return [...lockedBy].flatMap(([rule, locks]) =>
    locks.map((lock) => ({ rule, file: lockingFile(rule, lock) })),
  );
}

/** A rule, and the file that locks it. */
export interface Lock {
  readonly rule: string;
  readonly file: string;
}

/** The file that states a lock, whatever it is inherited by. */
export function lockingFile(rule: string, lock: Policy): string {
  return lockIn(rule, lock)?.path ?? lock.path;
}

/**
 * Where a policy tries to weaken what its bases lock: an error at each such line, which names the file and line of the lock. What it
 * says in lists has no effect on a locked rule and needs no error.
 * @param own the policy as its own file states it
 * @param merged the same over its bases
 * @param sources the texts of the files, by path
 */
export function lockProblems(
  own: Policy,
  merged: Policy,
  bases: readonly Policy[],
  sources: ReadonlyMap<string, string>,
): readonly PolicyProblem[] {
  const held = [...merged.lockedBy].flatMap(([rule, locks]) =>
    locks.map((lock) => ({ rule, lock, place: placeOf(rule, lock, sources) })),
  );
  // What is not read is judged by no rule: once is enough.
  const left = held.flatMap((one) => ignoreProblem(own, bases, one)).slice(0, 1);
  return [
    ...left,
    ...held.flatMap((one) => [...severityProblem(own, one), ...exceptionProblems(own, one)]),
    ...placeProblems(own, held),
  ];
}

/** Rules that ask where requests are processed. */
const OF_PLACES: ReadonlySet<string> = new Set(['hosting/denied', 'hosting/warned']);

/**
 * A warning at each place of processing that a policy adds to those of a base which locks the rule: unlike an entry of another list it
 * reads as if it were in the place of the base's.
 */
function placeProblems(own: Policy, held: readonly HeldLock[]): readonly PolicyProblem[] {
  const bounding = held.filter(
    ({ rule, lock }) => OF_PLACES.has(rule) && lock.hosting.processedIn.length > 0,
  );
  return own.hosting.processedIn.flatMap((entry): readonly PolicyProblem[] => {
    const value = plain(entry);
    const against = bounding.find(
      ({ lock }) => !lock.hosting.processedIn.some((bound) => isWithin(value, plain(bound))),
    );
    if (against === undefined) return [];
    const { rule, lock, place } = against;
    return [
      {
        severity: 'warning',
        message: message(
          '{0} has no effect under `hosting.processedIn`: {1}, which is locked by {2}, lets requests be processed in {3} only',
          entry.value,
          rule,
          place,
          lock.hosting.processedIn.map(plain).join(', '),
        ),
        range: entry.range,
      },
    ];
  });
}

/** Countries are compared in capitals. */
function plain({ value }: OriginSelector): string {
  return /^[a-z]{2}$/i.test(value) ? value.toUpperCase() : value;
}

interface HeldLock {
  readonly rule: string;
  readonly lock: Policy;
  /** `file:line` of it. */
  readonly place: string;
}

/** Paths that are left out by the policy itself, or by a base beside the one that locks. */
function ignoreProblem(
  own: Policy,
  bases: readonly Policy[],
  { rule, lock, place }: HeldLock,
): readonly PolicyProblem[] {
  const beside = bases.findIndex(({ ignorePaths }) =>
    ignorePaths.some((glob) => !lock.ignorePaths.includes(glob)),
  );
  const range = own.ignoreRange ?? own.extends[beside]?.range;
  if (range === undefined) return [];
  return [
    problem(
      { range },
      message(
        '`ignore.paths` would leave files out of {0}, which is locked by {1}: state the paths in that policy, or their context under `contexts`',
        rule,
        place,
      ),
    ),
  ];
}

function severityProblem(own: Policy, { rule, lock, place }: HeldLock): readonly PolicyProblem[] {
  const range = own.ruleRanges.get(rule);
  const set = own.rules.get(rule);
  if (range === undefined || set === undefined || rank(set) <= rank(severityIn(lock, rule))) return [];
  return [
    problem(
      { range },
      message(
        '{0} is locked at {1} by {2}: a policy that builds on it cannot make it lighter',
        rule,
        severityIn(lock, rule),
        place,
      ),
    ),
  ];
}

function exceptionProblems(own: Policy, { rule, place }: HeldLock): readonly PolicyProblem[] {
  return own.exceptions
    .filter(({ rules }) => rules.length === 0 || rules.includes(rule))
    .map((exception) =>
      problem(
        exception,
        exception.rules.length === 0
          ? message(
              'An exception for every rule covers {0}, which is locked by {1}: state its `rules`',
              rule,
              place,
            )
          : message('{0} is locked by {1}: a policy that builds on it cannot make an exception', rule, place),
      ),
    );
}

/** What a project says of itself: what it is for, and who runs it. Its regions and users may well be others than those of its organization. */
const TOLD: readonly (readonly [key: string, of: (use: ProjectUse) => unknown])[] = [
  ['purpose', ({ purpose }) => purpose],
  ['distribution', ({ distribution }) => distribution],
  ['seat', ({ seat }) => seat ?? null],
  [
    'annualRevenue',
    ({ annualRevenue, annualRevenueUsd: usd }) => ({ ...annualRevenue, ...(usd !== null && { USD: usd }) }),
  ],
];

/**
 * A warning where a policy states another use than one with locks that it builds on: these are judged by what it states, which may let
 * pass what the other would not.
 */
export function useProblems({ use, useRange, usesUnder = [] }: Policy): readonly PolicyProblem[] {
  return usesUnder.flatMap(({ path, use: under }): readonly PolicyProblem[] => {
    const other = TOLD.filter(([, of]) => isOther(of(use), of(under))).map(([key]) => `use.${key}`);
    return other.length === 0
      ? []
      : [
          {
            severity: 'warning',
            message: message(
              '{0} is not what {1} states, which locks rules: they are judged by what is stated here',
              other.join(', '),
              path,
            ),
            range: useRange ?? { start: 0, end: 0 },
          },
        ];
  });
}

function isOther(own: unknown, base: unknown): boolean {
  if (own === null || base === null) return false;
  if (typeof own !== 'object' || typeof base !== 'object') return own !== base;
  const stated = new Map<string, unknown>(Object.entries(base));
  return Object.entries(own).some(([currency, sum]) => stated.has(currency) && stated.get(currency) !== sum);
}

/** `file:line` of the entry that locks a rule. */
function placeOf(rule: string, lock: Policy, sources: ReadonlyMap<string, string>): string {
  const file = lockingFile(rule, lock);
  const start = lockIn(rule, lock)?.range.start ?? 0;
  return `${file}:${new LineIndex(sources.get(file) ?? '').positionAt(start).line}`;
}

function lockIn(rule: string, { locked }: Policy): Stated | undefined {
  return locked.find(({ value }) => value === rule);
}

function problem({ range }: Pick<Stated, 'range'>, text: PolicyProblem['message']): PolicyProblem {
  return { severity: 'error', message: text, range };
}

/** The severity that a policy gives a rule. */
export function severityIn(policy: Pick<Policy, 'rules'>, rule: string): SeverityOrOff {
  return policy.rules.get(rule) ?? ruleInfo(rule)?.severity ?? 'error';
}
