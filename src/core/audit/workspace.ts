import type { EvaluationContext } from '../policy/evaluate';
import { evaluateWorkspace } from '../policy/evaluateWorkspace';
import type { LedgerEntry, WorkspaceUse } from '../policy/ledger';
import { EvidenceCollector } from '../policy/workspaceEvidence';
import type { FileYield } from './fileYield';
import type { PolicyBook } from './policyBook';
import type { AuditedFinding, Located } from './result';

/** What only all files together can show: whether the words and texts that licences ask for are there. */
export class Workspace {
  private readonly evidence = new EvidenceCollector();
  private readonly uses: WorkspaceUse[] = [];
  private readonly places = new Map<WorkspaceUse, Located>();

  add({ references, evidence }: FileYield, context: EvaluationContext, place: Pick<Located, 'folder' | 'path'>): void {
    this.evidence.add(place.path, evidence);
    for (const { reference, span } of references) {
      const use = { path: place.path, reference, context };
      this.uses.push(use);
      this.places.set(use, { ...place, span });
    }
  }

  /** The ledger of duties, and the findings for those that are due and not done. */
  judge(policies: PolicyBook): { readonly ledger: readonly LedgerEntry[]; readonly findings: readonly AuditedFinding[] } {
    const { ledger, findings, usedExceptions } = evaluateWorkspace(this.uses, this.evidence);
    for (const [policy, used] of usedExceptions) policies.usePolicy(policy, used);
    return {
      ledger, findings: findings.flatMap(({ use, finding }) => {
        const place = this.places.get(use);
        return place === undefined ? [] : [{ ...place, finding }];
      }),
    };
  }
}
