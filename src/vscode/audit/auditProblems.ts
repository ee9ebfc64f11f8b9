import type * as vscode from 'vscode';
import type { Problems } from '../diagnostics/problems';
import { relatedPlaces, toDiagnostic } from '../diagnostics/toDiagnostic';
import { Owner } from '../disposables';
import type { Log } from '../log';
import { locationInPolicy } from '../project/policyLocation';
import type { PolicyFiles } from '../project/policyFiles';
import { toRange } from '../range';
import type { AuditRun } from './auditRun';
import type { Audits } from './audits';

/** Puts an audit's findings into the Problems panel, all at once, and takes them out when the results are cleared. */
export class AuditProblems extends Owner {
  /** What is to be shown: an older result that is ready later is put in the place of none. */
  private latest: AuditRun | undefined;

  constructor(
    audits: Audits,
    private readonly problems: Problems,
    private readonly policies: PolicyFiles,
    log: Log,
  ) {
    super();
    this.own(
      audits.onDidChange((run) => {
        this.latest = run;
        if (run === undefined) problems.clearAudited();
        else log.watch(this.publish(run), 'problems of the audit');
      }),
    );
  }

  private async publish(run: AuditRun): Promise<void> {
    const byFile = new Map<string, { readonly uri: vscode.Uri; readonly diagnostics: vscode.Diagnostic[] }>();
    for (const located of run.result.findings) {
      const uri = run.uriOf(located);
      const key = uri.toString();
      let file = byFile.get(key);
      if (file === undefined) byFile.set(key, (file = { uri, diagnostics: [] }));
      const policy = await this.policies.nearest(uri);
      file.diagnostics.push(
        toDiagnostic(
          located.finding,
          toRange(located.span),
          locationInPolicy(located.finding, policy),
          relatedPlaces(uri, located.related ?? []),
        ),
      );
    }
    if (run !== this.latest) return;
    this.problems.setAudited([...byFile.values()].map(({ uri, diagnostics }) => [uri, diagnostics] as const));
  }
}
