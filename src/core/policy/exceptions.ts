import { compileGlob, type GlobTest } from '../text/glob';
import type { Policy, PolicyException } from './policy';

const globs = new WeakMap<PolicyException, GlobTest>();

/**
 * The exceptions that silence a rule for a model, by their index in `policy.exceptions`. Each of them counts as used. For a rule that a
 * base locks, only those of that base.
 * @param names what the model is called: its canonical id and what the text says
 */
export function exceptionsFor(
  policy: Policy,
  rule: string,
  names: readonly string[],
  today: string,
): readonly number[] {
  const lock = policy.lockedBy.get(rule);
  return policy.exceptions.flatMap((exception, index) => {
    const applies =
      !hasExpired(exception, today) &&
      (exception.rules.length === 0 || exception.rules.includes(rule)) &&
      (lock === undefined || lock.exceptions.some((granted) => isSame(granted, exception)));
    return applies && names.some(globOf(exception)) ? [index] : [];
  });
}

/** The day named is the last one on which the exception holds. */
export function hasExpired({ expires }: PolicyException, today: string): boolean {
  return expires !== null && expires < today;
}

function isSame(a: PolicyException, b: PolicyException): boolean {
  return a.path === b.path && a.range.start === b.range.start;
}

function globOf(exception: PolicyException): GlobTest {
  let test = globs.get(exception);
  if (test === undefined) globs.set(exception, (test = compileGlob(exception.model, { ignoreCase: true })));
  return test;
}
