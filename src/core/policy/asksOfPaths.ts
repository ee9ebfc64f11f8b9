import type { Policy } from './policy';

/**
 * Whether a policy wants to be asked about weights of which nothing but a path is known: it says what a license that is not known
 * means, or names the models that it allows. A base that locks one of these rules asks for it as well.
 */
export function asksOfPaths(policy: Policy | undefined): boolean {
  if (policy === undefined) return false;
  const locks = ['license/unknown', 'model/denied'].flatMap((rule) => policy.lockedBy.get(rule) ?? []);
  return [policy, ...locks].some(
    ({ licenses: { unknown }, rules, modelLists: { allow } }) =>
      allow.length > 0 || (rules.get('license/unknown') ?? unknown ?? 'off') !== 'off',
  );
}
