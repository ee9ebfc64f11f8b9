import { currencyOf, isInOtherCurrency, limitsOf, sizeOf } from '../licenses/limits';
import type { Threshold } from '../catalog/records';
import { isUse } from '../vocabulary';
import { isOfProduct, type WorkspaceUse } from './ledger';
import type { Policy } from './policy';
import { binds } from './rules/binding';
import { subjectOf } from './subject';
import { traitsOf } from './traits';

/** The figures of a policy that licenses have limits on, each with the first model that asks for it, and all models that do. */
export interface UnsettledSizes {
  readonly keys: ReadonlyMap<SizeKey, { readonly model: string; readonly license: string }>;
  readonly models: ReadonlySet<string>;
}

export type SizeKey = 'use.monthlyActiveUsers' | `use.annualRevenue.${string}`;

/** The figure that settles a limit; other sizes no figure of the policy can settle. */
export function sizeKeyOf(threshold: Pick<Threshold, 'metric' | 'currency'>): SizeKey | undefined {
  if (threshold.metric === 'monthly-active-users') return 'use.monthlyActiveUsers';
  const currency = currencyOf(threshold);
  return currency === undefined ? undefined : `use.annualRevenue.${currency}`;
}

/**
 * What policies leave open about the size of the project, over all uses they govern: one question for each policy, however many
 * models ask it. Asked only of projects that are run for profit, and of what their product uses: a limit on users is none of a test's.
 */
export function unsettledSizes(uses: readonly WorkspaceUse[]): ReadonlyMap<Policy, UnsettledSizes> {
  const found = new Map<
    Policy,
    { keys: Map<SizeKey, { model: string; license: string }>; models: Set<string> }
  >();
  const seen = new Set<string>();
  for (const use of uses) {
    const { reference, context } = use;
    const { policy } = context;
    if (policy === undefined || !isUse(reference.role) || !isOfProduct(use)) continue;
    const { purpose } = policy.use;
    if (purpose !== 'commercial' && purpose !== 'internal') continue;
    const same = [policy.path, reference.registry, reference.id, reference.role].join('\n');
    if (seen.has(same)) continue;
    seen.add(same);
    const subject = subjectOf(reference, context);
    for (const license of subject.effective.parts) {
      if (!binds(license, subject)) continue;
      for (const { threshold } of limitsOf(
        license,
        policy.use,
        traitsOf(subject.model, license, context.catalog),
      )) {
        const key = threshold && sizeKeyOf(threshold);
        if (threshold === undefined || key === undefined || sizeOf(threshold, policy.use) !== null) continue;
        if (isInOtherCurrency(threshold, policy.use)) continue; // Told where the model is used.
        const of = found.get(policy) ?? { keys: new Map(), models: new Set<string>() };
        const model = subject.model?.id ?? reference.id;
        if (!of.keys.has(key)) of.keys.set(key, { model, license: license.name });
        of.models.add(model);
        found.set(policy, of);
      }
    }
  }
  return found;
}
