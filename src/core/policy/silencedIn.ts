import { compileGlob } from '../text/glob';
import { CONTEXTS, type Context } from '../vocabulary';
import { capOf } from './contextCap';
import type { Policy, PolicyException } from './policy';
import { rank } from './severity';

/**
 * What keeps findings from being told under a policy in a folder although the policy above it would tell them: caps of what can fail a
 * build, contexts, ignored paths and exceptions. Only what is about everything counts, for a folder may have exceptions of its own.
 * @returns in the words of policy files
 */
export function silencedIn(inner: Policy, outer: Policy): readonly string[] {
  return [
    ...loweredCaps(inner, outer),
    ...movedPaths(inner, outer).map((glob) => `contexts.paths ${glob}`),
    ...inner.ignorePaths
      .filter((glob) => isAboutAll(glob) && !outer.ignorePaths.includes(glob))
      .map((glob) => `ignore.paths ${glob}`),
    ...inner.exceptions
      .filter(({ model }) => isAboutAll(model))
      .filter((exception) => !outer.exceptions.some((granted) => covers(granted, exception)))
      .map(({ model }) => `exceptions ${model}`),
  ];
}

/** Names that nobody gives anything: what matches one of them is about all of its kind. */
const ANY_NAMES = ['qzjx', 'qzjx/qzjx', 'qzjx.py', 'qzjx/qzjx.py', 'qzjx/qzjx.ts', 'qzjx/qzjx/qzjx.go'];

function isAboutAll(glob: string): boolean {
  return ANY_NAMES.some(compileGlob(glob.replace(/^\.\//, '')));
}

function loweredCaps(inner: Policy, outer: Policy): readonly string[] {
  return CONTEXTS.flatMap((context) => {
    const before = capOf(context, outer);
    const cap = capOf(context, inner);
    const failsBuilds = before === 'error' || before === 'warning';
    return failsBuilds && rank(cap) > rank(before) ? [`contexts.${context} ${before}`] : [];
  });
}

/** Globs over everything that count for less than the product under the inner policy, and that the outer one does not have. */
function movedPaths(inner: Policy, outer: Policy): readonly string[] {
  const isKnown = (glob: string, context: Context): boolean =>
    outer.contexts.paths.some((known) => known.glob === glob && known.context === context);
  return inner.contexts.paths
    .filter(({ context }) => rank(capOf(context, inner)) > rank(capOf('product', outer)))
    .filter(({ glob, context }) => isAboutAll(glob) && !isKnown(glob, context))
    .map(({ glob }) => glob);
}

/** Whether an exception lets pass all that another one does. */
function covers(granted: PolicyException, exception: PolicyException): boolean {
  return (
    granted.model === exception.model &&
    holdsFor(granted.rules, exception.rules) &&
    holdsFor(granted.paths, exception.paths) &&
    (granted.expires === null || (exception.expires !== null && exception.expires <= granted.expires))
  );
}

/** Of lists that are about everything where they are empty. */
function holdsFor(granted: readonly string[], asked: readonly string[]): boolean {
  return granted.length === 0 || (asked.length > 0 && asked.every((one) => granted.includes(one)));
}
