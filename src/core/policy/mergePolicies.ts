import { lockingFile, severityIn } from './locks';
import type { Policy, PolicyModel, ProjectUse, Stated } from './policy';
import type { ListName } from './selectors';
import { rank } from './severity';

/**
 * A policy over the ones it builds on. What it states itself wins, key by key. Lists add up; where both name the same license or
 * origin, or state facts about the same model, the nearer policy's entry is the one that counts. Of several bases the later wins.
 */
export function mergePolicies(own: Policy, bases: readonly Policy[]): Policy {
  const [first, ...rest] = bases;
  if (first === undefined) return own;
  const merged = overlay(
    own,
    rest.reduce((below, base) => overlay(base, below), first),
  );
  const lockedBy = locksOver(merged, bases);
  return { ...merged, lockedBy, usesUnder: usesUnder(bases), rules: heldRules(merged.rules, lockedBy) };
}

function overlay(top: Policy, below: Policy): Policy {
  const under = inherited(below);
  return {
    path: top.path,
    extends: top.extends,
    locked: top.locked,
    lockedBy: top.lockedBy,
    use: overlayUse(top.use, under.use),
    useRange: top.useRange,
    requireOpenness: top.requireOpenness ?? under.requireOpenness,
    licenses: {
      ...overlayLists(top.licenses, under.licenses, licenseName),
      unknown: top.licenses.unknown ?? under.licenses.unknown,
    },
    origins: overlayLists(top.origins, under.origins, ({ value }) => value.toLowerCase()),
    hosting: {
      ...overlayLists(top.hosting, under.hosting, ({ value }) => value.toLowerCase()),
      processedIn: top.hosting.processedIn.length > 0 ? top.hosting.processedIn : under.hosting.processedIn,
    },
    lifecycle: { warnBefore: top.lifecycle.warnBefore ?? under.lifecycle.warnBefore },
    rules: new Map([...under.rules, ...top.rules]),
    ruleRanges: top.ruleRanges,
    ignorePaths: [...new Set([...top.ignorePaths, ...under.ignorePaths])],
    ignoreRange: top.ignoreRange,
    exceptions: eachOnce([...top.exceptions, ...under.exceptions]),
    duties: eachOnce([...top.duties, ...under.duties]),
    models: [...top.models, ...under.models.filter((model) => !states(top.models, model))],
    modelLists: {
      allow: [...top.modelLists.allow, ...under.modelLists.allow],
      deny: [...top.modelLists.deny, ...under.modelLists.deny],
    },
    detect: {
      loaders: new Map([...under.detect.loaders, ...top.detect.loaders]),
      keys: new Map([...under.detect.keys, ...top.detect.keys]),
      prefixes: new Map([...under.detect.prefixes, ...top.detect.prefixes]),
      names: new Set([...under.detect.names, ...top.detect.names]),
    },
    detectRange: top.detectRange,
    contexts: {
      caps: new Map([...under.contexts.caps, ...top.contexts.caps]),
      paths: [...top.contexts.paths, ...under.contexts.paths],
    },
    inventory: {
      facts: { ...under.inventory.facts, ...top.inventory.facts },
      datasets: { ...under.inventory.datasets, ...top.inventory.datasets },
    },
  };
}

/**
 * What each rule that bases lock is judged by: what each of them states, whatever the others do, with what the project says of its use,
 * and with globs that begin where those of the nearer policy do. A file that is built on by several ways locks once.
 */
function locksOver({ path, use, useRange }: Policy, bases: readonly Policy[]): Policy['lockedBy'] {
  const lockedBy = new Map<string, readonly Policy[]>();
  for (const base of [...bases].reverse().map(inherited)) {
    const stated = base.locked.map(({ value }) => [value, [base]] as const);
    for (const [rule, locks] of [...base.lockedBy, ...stated]) {
      const known = lockedBy.get(rule) ?? [];
      const files = known.map((lock) => lockingFile(rule, lock));
      const others = locks.filter((lock) => !files.includes(lockingFile(rule, lock)));
      lockedBy.set(rule, [...known, ...others.map((lock) => ({ ...lock, path, use, useRange }))]);
    }
  }
  return lockedBy;
}

/** The severities of a policy, none lighter than a base that locks the rule has it. */
function heldRules(rules: Policy['rules'], lockedBy: Policy['lockedBy']): Policy['rules'] {
  const held = new Map(rules);
  for (const [rule, locks] of lockedBy)
    for (const lock of locks) {
      const severity = severityIn(lock, rule);
      if (rank(severity) < rank(severityIn({ rules: held }, rule))) held.set(rule, severity);
    }
  return held;
}

/** The uses that policies with locks state which this one builds on. */
function usesUnder(bases: readonly Policy[]): NonNullable<Policy['usesUnder']> {
  return [...bases]
    .reverse()
    .flatMap(({ path, use, locked, usesUnder: others = [] }) => [
      ...(locked.length > 0 ? [{ path, use }] : []),
      ...others,
    ]);
}

/** What is inherited by several ways counts once. */
function eachOnce<S extends Stated>(entries: readonly S[]): readonly S[] {
  return [...new Map(entries.map((entry) => [`${entry.path ?? ''}:${entry.range.start}`, entry])).values()];
}

/** Its entries, marked with the file they stand in. */
function inherited(policy: Policy): Policy {
  const mark = <S extends Stated>(entry: S): S => ({ ...entry, path: entry.path ?? policy.path });
  const { licenses, origins, hosting, lifecycle } = policy;
  return {
    ...policy,
    requireOpenness: policy.requireOpenness && mark(policy.requireOpenness),
    licenses: {
      ...licenses,
      allow: licenses.allow.map(mark),
      warn: licenses.warn.map(mark),
      deny: licenses.deny.map(mark),
    },
    origins: { allow: origins.allow.map(mark), warn: origins.warn.map(mark), deny: origins.deny.map(mark) },
    hosting: {
      allow: hosting.allow.map(mark),
      warn: hosting.warn.map(mark),
      deny: hosting.deny.map(mark),
      processedIn: hosting.processedIn.map(mark),
    },
    lifecycle: { warnBefore: lifecycle.warnBefore && mark(lifecycle.warnBefore) },
    locked: policy.locked.map(mark),
    exceptions: policy.exceptions.map(mark),
    duties: policy.duties.map(mark),
    models: policy.models.map(mark),
    modelLists: {
      allow: policy.modelLists.allow.map(mark),
      deny: policy.modelLists.deny.map(mark),
    },
  };
}

function overlayUse(top: ProjectUse, under: ProjectUse): ProjectUse {
  const seat = top.seat ?? under.seat;
  const annualRevenue = { ...under.annualRevenue, ...top.annualRevenue };
  return {
    purpose: top.purpose ?? under.purpose,
    distribution: top.distribution ?? under.distribution,
    regions: top.regions.length > 0 ? top.regions : under.regions,
    ...(seat !== undefined && { seat }),
    monthlyActiveUsers: top.monthlyActiveUsers ?? under.monthlyActiveUsers,
    annualRevenueUsd: top.annualRevenueUsd ?? under.annualRevenueUsd,
    ...(Object.keys(annualRevenue).length > 0 && { annualRevenue }),
    trainsOnOutputs: top.trainsOnOutputs ?? under.trainsOnOutputs,
  };
}

type Lists<S> = Readonly<Record<ListName, readonly S[]>>;

function overlayLists<S extends Stated>(
  top: Lists<S>,
  under: Lists<S>,
  nameOf: (entry: S) => string,
): Lists<S> {
  const named = new Set([...top.allow, ...top.warn, ...top.deny].map(nameOf));
  const rest = (list: ListName): readonly S[] => under[list].filter((entry) => !named.has(nameOf(entry)));
  return {
    allow: [...top.allow, ...rest('allow')],
    warn: [...top.warn, ...rest('warn')],
    deny: [...top.deny, ...rest('deny')],
  };
}

function licenseName(entry: Policy['licenses']['allow'][number]): string {
  return entry.kind === 'category' ? `category:${entry.category}` : entry.key.toLowerCase();
}

function states(models: readonly PolicyModel[], { id }: PolicyModel): boolean {
  return models.some((model) => model.id.toLowerCase() === id.toLowerCase());
}
