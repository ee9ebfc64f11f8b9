import type { EvaluationContext } from '../policy/evaluationContext';
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

/** A use with its place, in one object: there are as many as references. */
type PlacedUse = WorkspaceUse & Located;

/** What only all files together can show: whether the words and texts that licenses ask for are there. */
export class Workspace {
  private readonly evidence = new EvidenceCollector();
  private readonly uses: PlacedUse[] = [];
  /** What else the files are judged by, by what their uses are: there are few. */
  private readonly contexts = new Map<EvaluationContext, FileContext>();

  add(
    { references, evidence }: FileYield,
    context: FileContext,
    { folder, path }: Pick<Located, 'folder' | 'path'>,
  ): void {
    this.evidence.add(path, evidence);
    this.contexts.set(context.evaluation, context);
    for (const { reference, span } of references)
      this.uses.push({ folder, path, span, reference, context: context.evaluation });
  }

  /** The uses in one folder, in the order of the audit. */
  usesIn(folder: number): readonly WorkspaceUse[] {
    return this.uses.filter((use) => use.folder === folder);
  }

  /** A finding at a use, with the ways to settle it. */
  located(use: WorkspaceUse, finding: Finding): readonly AuditedFinding[] {
    const context = this.contexts.get(use.context);
    if (context === undefined || !isPlaced(use)) return [];
    const { folder, path, span } = use;
    const fixes = fixTitles(finding, { path, text: () => undefined }, context);
    return [{ folder, path, span, finding, fixes }];
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

function isPlaced(use: WorkspaceUse): use is PlacedUse {
  return 'span' in use;
}
