import { withFoldersOfWeights } from '../registries/names/weights';
import { compileGlob, type GlobTest } from '../text/glob';
import { fromFolderOf } from './contextCap';
import type { Policy, PolicyException } from './policy';

interface Tests {
  readonly model: GlobTest;
  readonly paths: readonly GlobTest[];
}

const tests = new WeakMap<PolicyException, Tests>();

/** What a finding is about. */
export interface Excepted {
  /** What the model is called: its canonical id and what the text says. Weights have the names of their folders too. */
  readonly names: readonly string[];
  /** Where it is, as the policy's paths are; `undefined` for what is at no place that uses a model: exceptions for some paths do not hold there. */
  readonly path: string | undefined;
}

/**
 * The exceptions that silence a rule for a model, by their index in `policy.exceptions`. Each of them counts as used. For a rule that
 * bases lock, only those of each of them.
 */
export function exceptionsFor(
  policy: Policy,
  rule: string,
  { names, path }: Excepted,
  today: string,
): readonly number[] {
  const below = path === undefined ? undefined : fromFolderOf(policy, path);
  return policy.exceptions.flatMap((exception, index) => {
    const { paths } = testsOf(exception);
    return isFor(exception, { policy, rule, names, today }) &&
      (paths.length === 0 || (below !== undefined && paths.some((is) => is(below))))
      ? [index]
      : [];
  });
}

/** The exceptions that silence a rule for a model in some paths alone, wherever those are. */
export function exceptionsInPaths(
  policy: Policy,
  rule: string,
  names: Excepted['names'],
  today: string,
): readonly PolicyException[] {
  return policy.exceptions.filter(
    (exception) => exception.paths.length > 0 && isFor(exception, { policy, rule, names, today }),
  );
}

/** Whether an exception is in force for a rule and a model, whatever its paths. */
function isFor(
  exception: PolicyException,
  {
    policy: { lockedBy },
    rule,
    names,
    today,
  }: { readonly policy: Policy; readonly rule: string; readonly today: string } & Pick<Excepted, 'names'>,
): boolean {
  const locks = lockedBy.get(rule) ?? [];
  const { model } = testsOf(exception);
  return (
    !hasExpired(exception, today) &&
    (exception.rules.length === 0 || exception.rules.includes(rule)) &&
    locks.every((lock) => lock.exceptions.some((granted) => isSame(granted, exception))) &&
    isNamedBy(model, names)
  );
}

/** Whether the glob of a policy names a model, by what it is called or by the folders that its weights lie in. */
export function isNamedBy(glob: GlobTest, names: Excepted['names']): boolean {
  return names.flatMap(withFoldersOfWeights).some(glob);
}

/** The day named is the last one on which the exception holds. */
export function hasExpired({ expires }: PolicyException, today: string): boolean {
  return expires !== null && expires < today;
}

function isSame(a: PolicyException, b: PolicyException): boolean {
  return a.path === b.path && a.range.start === b.range.start;
}

function testsOf(exception: PolicyException): Tests {
  let known = tests.get(exception);
  if (known === undefined)
    tests.set(
      exception,
      (known = {
        model: compileGlob(exception.model, { ignoreCase: true }),
        paths: exception.paths.map((glob) => compileGlob(glob)),
      }),
    );
  return known;
}
