import { ruleInfo } from '../policy/rules';
import type { AuditReport, ReportedFinding } from '../report/auditReport';
import { reportVerdicts } from '../report/modelVerdicts';
import { SEVERITIES } from '../vocabulary';

/**
 * The findings that an earlier report does not already have: what is new since it was accepted. A finding is the same when rule,
 * file and model are, wherever its line has moved to; of several alike each is accepted once. One that has become more severe
 * is new, and so is one that speaks for a further rule that matters by itself: a model that is accepted for its license may have ended.
 */
export function newFindings(
  findings: readonly ReportedFinding[],
  accepted: readonly ReportedFinding[],
): readonly ReportedFinding[] {
  const left = new Map<string, number[]>();
  for (const finding of accepted) {
    for (const key of samenesses(finding)) {
      const ranks = left.get(key) ?? [];
      ranks.push(SEVERITIES.indexOf(finding.severity));
      left.set(
        key,
        ranks.sort((a, b) => a - b),
      );
    }
  }
  return findings.filter((finding) => {
    const [own = '', ...others] = samenesses(finding);
    const match = (left.get(own) ?? []).findLastIndex((rank) => rank <= SEVERITIES.indexOf(finding.severity));
    if (match < 0 || others.some((key) => (left.get(key) ?? []).length === 0)) return true;
    left.get(own)?.splice(match, 1);
    for (const key of others) left.get(key)?.pop();
    return false;
  });
}

/**
 * The report without what a baseline accepts; the count of what it left out stands in it, and which models that was about. Verdicts are
 * those of the whole report: what is accepted is not allowed for that.
 */
export function withoutAccepted(report: AuditReport, baseline: Pick<AuditReport, 'findings'>): AuditReport {
  const findings = newFindings(report.findings, baseline.findings);
  const left = new Set(findings);
  const models = report.findings.flatMap((finding) =>
    left.has(finding) || finding.model === null ? [] : [finding.model],
  );
  const verdicts = reportVerdicts(report);
  return {
    ...report,
    findings,
    accepted: report.findings.length - findings.length,
    acceptedModels: [...new Set(models)].sort(),
    models: report.models.map((model) => ({ ...model, verdict: verdicts.get(model.id) ?? null })),
  };
}

/** What a finding is known by: for its own rule, and for each further one that would be reported as a warning or worse by itself. */
function samenesses({ rule, also = [], path, model, message }: ReportedFinding): readonly string[] {
  return [rule, ...also.filter(matters)].map((code) => `${code}\n${path}\n${model ?? message}`);
}

function matters(rule: string): boolean {
  const severity = ruleInfo(rule)?.severity;
  return severity === 'error' || severity === 'warning';
}
