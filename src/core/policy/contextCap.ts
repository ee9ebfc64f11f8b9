import { compileGlob } from '../text/glob';
import { SEVERITIES, type Context, type Severity } from '../vocabulary';
import type { Policy, SeverityOrOff } from './policy';

/** The most that a finding can be in a part of the project, unless the policy says otherwise. */
const CAPS: Readonly<Record<Context, Severity>> = {
  product: 'error',
  example: 'information',
  tooling: 'information',
  test: 'hint',
  docs: 'hint',
  data: 'hint',
  migration: 'hint',
};

const paths = new WeakMap<Policy, (path: string) => Context | undefined>();

/**
 * The part of the project that a place belongs to: what the policy says of its path, or what detection told.
 * @param path relative to the folder of the policy, with `/`
 */
export function contextUnder(policy: Policy | undefined, path: string | undefined, told: Context): Context {
  if (policy === undefined || path === undefined || policy.contexts.paths.length === 0) return told;
  let find = paths.get(policy);
  if (find === undefined) {
    const globs = policy.contexts.paths.map(({ glob, context }) => ({ test: compileGlob(glob), context }));
    paths.set(policy, (find = (asked) => globs.find(({ test }) => test(asked))?.context));
  }
  return find(fromFolderOf(policy, path)) ?? told;
}

/** A path as the globs of a policy see it: relative to the folder of its file. */
export function fromFolderOf({ path: file, down }: Pick<Policy, 'path' | 'down'>, path: string): string {
  if (down !== undefined) return `${down}/${path}`;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}

/** The most that a finding can be in a part of the project. */
export function capOf(context: Context, policy: Policy | undefined): SeverityOrOff {
  return policy?.contexts.caps.get(context) ?? CAPS[context];
}

/** A severity as far as the part of the project lets it be: a test or document fails nobody's build by itself. */
export function capped(severity: Severity, context: Context, policy: Policy | undefined): SeverityOrOff {
  const cap = capOf(context, policy);
  if (cap === 'off') return 'off';
  return SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(cap) ? cap : severity;
}
