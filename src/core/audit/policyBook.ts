import { hostOf } from '../lookup/hostOf';
import { statedOf } from '../lookup/policyModel';
import type { WorkspaceUse } from '../policy/ledger';
import type { Policy, PolicyModel } from '../policy/policy';
import type { PolicyContext } from '../policy/policyFindings';
import { findingsAbout, type PolicyScope } from './policyScope';
import type { AuditedFinding, AuditedPolicy } from './result';
import { byPath } from './walk';

interface Entry {
  readonly audited: AuditedPolicy;
  /** All that the policy governs is looked at, unless the audit is canceled. */
  readonly whole: boolean;
  readonly used: Set<number>;
  readonly usedDuties: Set<string>;
  readonly usedModels: Set<PolicyModel>;
}

/** The policies of an audit, and which of their exceptions silenced something. */
export class PolicyBook {
  private readonly entries = new Map<PolicyScope, Entry>();

  add(scope: PolicyScope, audited: AuditedPolicy, whole: boolean): void {
    if (!this.entries.has(scope))
      this.entries.set(scope, {
        audited,
        whole: whole && scope.inTree,
        used: new Set(),
        usedDuties: new Set(),
        usedModels: new Set(),
      });
  }

  use(scope: PolicyScope | undefined, exceptions: ReadonlySet<number>): void {
    const used = scope && this.entries.get(scope)?.used;
    for (const index of exceptions) used?.add(index);
  }

  usePolicy(policy: Policy, exceptions: ReadonlySet<number>): void {
    for (const scope of this.entries.keys()) if (scope.policy === policy) this.use(scope, exceptions);
  }

  /** Takes down which of the duties that statements speak of a license asks. */
  useDuties(policy: Policy, asked: ReadonlySet<string>): void {
    for (const [scope, { usedDuties }] of this.entries)
      if (scope.policy === policy) for (const duty of asked) usedDuties.add(duty);
  }

  /** Takes down what the policies describe of models that are named, under them or under one that builds on them. */
  useModels(uses: readonly WorkspaceUse[]): void {
    const describing = [...this.entries].flatMap(([{ policy }, { usedModels }]) =>
      policy !== undefined && policy.models.length > 0 ? [{ models: policy.models, usedModels }] : [],
    );
    if (describing.length === 0) return;
    for (const { reference, context } of uses) {
      const model = context.lookup.find(reference.id, reference.registry, hostOf(reference));
      for (const { models, usedModels } of describing) {
        const stated = statedOf(models, reference.id, model);
        if (stated !== undefined) usedModels.add(stated);
      }
    }
  }

  all(): readonly AuditedPolicy[] {
    return [...this.entries.values()].map(({ audited }) => audited).sort(byPath);
  }

  /** What is found about the policies themselves. Whether an exception is used can only be said when all was looked at. */
  findings(complete: boolean, context: Omit<PolicyContext, 'used'>): readonly AuditedFinding[] {
    return [...this.entries].flatMap(
      ([
        scope,
        {
          audited: { folder, path },
          whole,
          used,
          usedDuties,
          usedModels,
        },
      ]) =>
        findingsAbout(scope, {
          ...context,
          ...(whole && complete ? { used, usedDuties, usedModels } : { used: undefined }),
        }).map(({ span, ...finding }) => ({ folder, path, span, finding, fixes: [] })),
    );
  }
}
