import type { Policy, PolicyModel, ProjectUse, Stated } from './policy';
import type { ListName } from './selectors';

/**
 * A policy over the ones it builds on. What it states itself wins, key by key. Lists add up; where both name the same license or
 * origin, or state facts about the same model, the nearer policy's entry is the one that counts. Of several bases the later wins.
 */
export function mergePolicies(own: Policy, bases: readonly Policy[]): Policy {
  const [first, ...rest] = bases;
  if (first === undefined) return own;
  return overlay(
    own,
    rest.reduce((below, base) => overlay(base, below), first),
  );
}

function overlay(top: Policy, below: Policy): Policy {
  const under = inherited(below);
  return {
    path: top.path,
    extends: top.extends,
    locked: top.locked,
    lockedBy: locksOver(top, under),
    use: overlayUse(top.use, under.use),
    useRange: top.useRange,
    usesUnder: usesUnder(top, below),
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
 * What each rule that a base locks is judged by: what the base states, with what the project says of its use, and with globs that begin
 * where those of the nearer policy do.
 */
function locksOver(top: Policy, under: Policy): Policy['lockedBy'] {
  const here = (policy: Policy): Policy => ({
    ...policy,
    path: top.path,
    use: overlayUse(top.use, policy.use),
    useRange: top.useRange,
  });
  return new Map([
    ...[...under.lockedBy].map(([rule, policy]) => [rule, here(policy)] as const),
    ...under.locked
      .filter(({ value }) => !under.lockedBy.has(value))
      .map(({ value }) => [value, here(under)] as const),
    ...[...top.lockedBy].filter(([rule]) => !under.lockedBy.has(rule)),
  ]);
}

/** The uses that policies with locks state which this one builds on. */
function usesUnder(
  top: Policy,
  { path, use, locked, usesUnder: others = [] }: Policy,
): NonNullable<Policy['usesUnder']> {
  return [...(top.usesUnder ?? []), ...(locked.length > 0 ? [{ path, use }] : []), ...others];
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
