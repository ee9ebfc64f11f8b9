import { evaluateWorkspace } from '../policy/evaluateWorkspace';
import type { Finding } from '../policy/finding';
import type { LedgerEntry, WorkspaceUse } from '../policy/ledger';
import type { Policy } from '../policy/policy';
import { unsettledSizes, type UnsettledSizes } from '../policy/unsettledSizes';
import { EvidenceCollector } from '../policy/workspaceEvidence';
import type { FileContext } from './contexts';
import type { FileYield } from './fileYield';
import { fixTitles } from './fixTitles';
import type { PolicyBook } from './policyBook';
import type { AuditedFinding, Located } from './result';

/** What only all files together can show: whether the words and texts that licenses ask for are there. */
export class Workspace {
  private readonly evidence = new EvidenceCollector();
  private readonly uses: WorkspaceUse[] = [];
  private readonly places = new Map<WorkspaceUse, Located & { readonly context: FileContext }>();

  add(
    { references, evidence }: FileYield,
    context: FileContext,
    place: Pick<Located, 'folder' | 'path'>,
  ): void {
    this.evidence.add(place.path, evidence);
    for (const { reference, span } of references) {
      const use = { path: place.path, reference, context: context.evaluation };
      this.uses.push(use);
      this.places.set(use, { ...place, span, context });
    }
  }

  /** The uses in one folder, in the order of the audit. */
  usesIn(folder: number): readonly WorkspaceUse[] {
    return this.uses.filter((use) => this.places.get(use)?.folder === folder);
  }

  /** A finding at a use, with the ways to settle it. */
  located(use: WorkspaceUse, finding: Finding): readonly AuditedFinding[] {
    const found = this.places.get(use);
    if (found === undefined) return [];
    const { context, ...place } = found;
    return [
      { ...place, finding, fixes: fixTitles(finding, { path: use.path, text: () => undefined }, context) },
    ];
  }

  /** The figures that policies leave open. */
  unsettledSizes(): ReadonlyMap<Policy, UnsettledSizes> {
    return unsettledSizes(this.uses);
  }

  /** The ledger of duties, and the findings for those that are due and not done. */
  judge(policies: PolicyBook): {
    readonly ledger: readonly LedgerEntry[];
    readonly findings: readonly AuditedFinding[];
  } {
    const { ledger, findings, usedExceptions, usedDuties } = evaluateWorkspace(this.uses, this.evidence);
    for (const [policy, used] of usedExceptions) policies.usePolicy(policy, used);
    for (const [policy, used] of usedDuties) policies.useDuties(policy, used);
    policies.useModels(this.uses);
    return { ledger, findings: findings.flatMap(({ use, finding }) => this.located(use, finding)) };
  }
}
