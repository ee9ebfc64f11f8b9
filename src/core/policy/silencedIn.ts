import { CONTEXTS } from '../vocabulary';
import { capOf } from './contextCap';
import { lockedRules } from './locks';
import type { Policy } from './policy';
import { rank } from './severity';

/**
 * What keeps findings from being told under a policy in a folder although the policy above it would tell them: caps of what can fail a
 * build, contexts and ignored paths, exceptions, and what is stated of models. Below a policy that locks rules each entry counts, as
 * those that build on it may state none either; otherwise only what is about everything, for a folder may have exceptions of its own.
 * @returns in the words of policy files
 */
export function silencedIn(inner: Policy, outer: Policy): readonly string[] {
  const locked = lockedRules(outer);
  const counts = (glob: string): boolean => locked.size > 0 || isAboutAll(glob);
  return [
    ...loweredCaps(inner, outer),
    ...movedPaths(inner, outer)
      .filter(counts)
      .map((glob) => `contexts.paths ${glob}`),
    ...inner.ignorePaths
      .filter((glob) => !outer.ignorePaths.includes(glob) && counts(glob))
      .map((glob) => `ignore.paths ${glob}`),
    ...grantedIn(inner, outer)
      .filter(({ model, rules }) => isAboutAll(model) || excusesOf(locked, rules))
      .map(({ model }) => `exceptions ${model}`),
    ...(locked.size > 0 ? describedIn(inner, outer) : []),
  ];
}

/** A glob of stars, perhaps for all files of a kind. */
function isAboutAll(glob: string): boolean {
  return /^[*/]+(?:\.\w+)?$/.test(glob);
}

function loweredCaps(inner: Policy, outer: Policy): readonly string[] {
  return CONTEXTS.flatMap((context) => {
    const before = capOf(context, outer);
    const cap = capOf(context, inner);
    const failsBuilds = before === 'error' || before === 'warning';
    return failsBuilds && rank(cap) > rank(before) ? [`contexts.${context} ${before}`] : [];
  });
}

/** Globs whose files count for less than the product under the inner policy, and that the outer one does not have. */
function movedPaths(inner: Policy, outer: Policy): readonly string[] {
  return inner.contexts.paths
    .filter(({ context }) => rank(capOf(context, inner)) > rank(capOf('product', outer)))
    .filter(({ glob, context }) =>
      outer.contexts.paths.every((known) => known.glob !== glob || known.context !== context),
    )
    .map(({ glob }) => glob);
}

function grantedIn(inner: Policy, outer: Policy): Policy['exceptions'] {
  return inner.exceptions.filter(({ model }) => outer.exceptions.every((known) => known.model !== model));
}

function excusesOf(locked: ReadonlySet<string>, rules: readonly string[]): boolean {
  return locked.size > 0 && (rules.length === 0 || rules.some((rule) => locked.has(rule)));
}

function describedIn(inner: Policy, outer: Policy): readonly string[] {
  const known = new Set(outer.models.map(({ id }) => id.toLowerCase()));
  return inner.models.filter(({ id }) => !known.has(id.toLowerCase())).map(({ id }) => `describe ${id}`);
}
