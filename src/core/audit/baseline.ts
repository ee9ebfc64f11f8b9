import type { AuditReport, ReportedFinding } from '../report/auditReport';
import { judgeReport } from '../report/modelVerdicts';
import { SEVERITIES } from '../vocabulary';

/**
 * The findings that an earlier report does not already have: what is new since it was accepted. A finding is the same when rule,
 * file and model are, wherever its line has moved to; of several alike each is accepted once. One that has become more severe
 * is new.
 */
export function newFindings(
  findings: readonly ReportedFinding[],
  accepted: readonly ReportedFinding[],
): readonly ReportedFinding[] {
  const left = new Map<string, number[]>();
  for (const finding of accepted) {
    const ranks = left.get(sameness(finding)) ?? [];
    ranks.push(SEVERITIES.indexOf(finding.severity));
    left.set(
      sameness(finding),
      ranks.sort((a, b) => a - b),
    );
  }
  return findings.filter((finding) => {
    const ranks = left.get(sameness(finding)) ?? [];
    const match = ranks.findLastIndex((rank) => rank <= SEVERITIES.indexOf(finding.severity));
    if (match < 0) return true;
    ranks.splice(match, 1);
    return false;
  });
}

/** The report without what a baseline accepts; the count of what it left out stands in it, and which models that was about. */
export function withoutAccepted(report: AuditReport, baseline: Pick<AuditReport, 'findings'>): AuditReport {
  const findings = newFindings(report.findings, baseline.findings);
  const left = new Set(findings);
  const models = report.findings.flatMap((finding) =>
    left.has(finding) || finding.model === null ? [] : [finding.model],
  );
  const shown: AuditReport = {
    ...report,
    findings,
    accepted: report.findings.length - findings.length,
    acceptedModels: [...new Set(models)].sort(),
  };
  return { ...shown, models: withVerdicts(shown) };
}

/** The models whose findings were accepted with what comes of the findings that are left. */
function withVerdicts(report: AuditReport): AuditReport['models'] {
  const accepted = new Set(report.acceptedModels);
  const verdicts = judgeReport(report);
  return report.models.map((model) =>
    accepted.has(model.id) && model.verdict !== undefined
      ? { ...model, verdict: verdicts.get(model.id) ?? null }
      : model,
  );
}

function sameness({ rule, path, model, message }: ReportedFinding): string {
  return `${rule}\n${path}\n${model ?? message}`;
}
