import { compileGlob } from '../text/glob';
import { CONTEXTS } from '../vocabulary';
import { capOf } from './contextCap';
import { lockedRules } from './locks';
import type { Policy, PolicyException, PolicyModel } from './policy';
import { rank } from './severity';

/**
 * What keeps findings from being told under a policy in a folder although the policy above it would tell them: caps of what can fail a
 * build, contexts and ignored paths, exceptions, what is stated of models and of the project's use. Below a policy that locks rules each
 * entry counts, as those that build on it may state none either; otherwise only what is about everything, for a folder may have exceptions
 * of its own.
 * @returns in the words of policy files
 */
export function silencedIn(inner: Policy, outer: Policy): readonly string[] {
  // What a base of its own locks holds whatever it says.
  const locked = new Set([...lockedRules(outer)].filter((rule) => !inner.lockedBy.has(rule)));
  const counts = (glob: string): boolean => locked.size > 0 || isAboutAll(glob);
  return [
    ...loweredCaps(inner, outer),
    ...movedPaths(inner, outer)
      .filter(counts)
      .map((glob) => `contexts.paths ${glob}`),
    ...inner.ignorePaths
      .filter((glob) => !isKnown(glob, outer.ignorePaths, inner) && counts(glob))
      .map((glob) => `ignore.paths ${glob}`),
    ...inner.exceptions
      .filter((exception) => !outer.exceptions.some((granted) => covers(granted, exception, inner)))
      .filter(({ model, rules }) => isAboutAll(model) || excusesOf(locked, rules))
      .map(({ model }) => `exceptions ${model}`),
    ...(locked.size > 0 ? [...describedIn(inner, outer), ...otherUse(inner, outer)] : []),
  ];
}

/** Names that nobody gives anything: what matches one of them is about all of its kind. */
const ANY_NAMES = ['qzjx', 'qzjx/qzjx', 'qzjx.py', 'qzjx/qzjx.py', 'qzjx/qzjx.ts', 'qzjx/qzjx/qzjx.go'];

function isAboutAll(glob: string): boolean {
  return ANY_NAMES.some(compileGlob(glob.replace(/^\.\//, '')));
}

/** Whether the outer policy has the same glob: inherited, or one that means the same from each folder. */
function isKnown(glob: string, known: readonly string[], inner: Policy): boolean {
  return known.includes(glob) && (inner.extends.length > 0 || glob.startsWith('**/'));
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
    .filter(({ glob, context }) => {
      const same = outer.contexts.paths.flatMap((known) => (known.context === context ? known.glob : []));
      return !isKnown(glob, same, inner);
    })
    .map(({ glob }) => glob);
}

/** Whether an exception lets pass all that another one does. */
function covers(granted: PolicyException, exception: PolicyException, inner: Policy): boolean {
  return (
    granted.model === exception.model &&
    holdsFor(granted.rules, exception.rules, (rule) => granted.rules.includes(rule)) &&
    holdsFor(granted.paths, exception.paths, (glob) => isKnown(glob, granted.paths, inner)) &&
    (granted.expires === null || (exception.expires !== null && exception.expires <= granted.expires))
  );
}

/** Of lists that are about everything where they are empty. */
function holdsFor(
  granted: readonly string[],
  asked: readonly string[],
  isGranted: (one: string) => boolean,
): boolean {
  return granted.length === 0 || (asked.length > 0 && asked.every(isGranted));
}

function excusesOf(locked: ReadonlySet<string>, rules: readonly string[]): boolean {
  return locked.size > 0 && (rules.length === 0 || rules.some((rule) => locked.has(rule)));
}

function describedIn(inner: Policy, outer: Policy): readonly string[] {
  const isSame = (one: PolicyModel, other: PolicyModel): boolean =>
    one.id.toLowerCase() === other.id.toLowerCase() &&
    one.license === other.license &&
    one.origin === other.origin &&
    one.openness === other.openness &&
    one.base === other.base;
  return inner.models
    .filter((model) => !outer.models.some((known) => isSame(known, model)))
    .map(({ id }) => `describe ${id}`);
}

/** What the outer policy states of what the project is for, where the inner one states another or nothing. */
function otherUse({ use: inner }: Policy, { use: outer }: Policy): readonly string[] {
  return (['purpose', 'distribution'] as const).flatMap((key) =>
    outer[key] !== null && inner[key] !== outer[key] ? [`use.${key} ${outer[key]}`] : [],
  );
}
