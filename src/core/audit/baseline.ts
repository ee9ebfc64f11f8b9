import { ruleInfo } from '../policy/rules';
import { isToldOnce } from '../policy/toldOnce';
import type { AuditReport, ReportedFinding } from '../report/auditReport';
import { reportVerdicts } from '../report/modelVerdicts';
import { SEVERITIES } from '../vocabulary';

/** What is compared of two reports. */
type Compared = Pick<AuditReport, 'findings' | 'references'>;

/** Whether a file of the earlier report is no longer there; a file that was only not looked at is. */
export type IsGone = (path: string) => boolean;

const NONE_GONE: IsGone = () => false;

/**
 * The findings that an earlier report does not already have: what is new since it was accepted. A finding is the same when rule,
 * file and model are (rule and model, where one place tells it for all), wherever its line has moved to, also in a file that the
 * earlier report does not name instead of one that is gone (it was renamed). Of several alike each is accepted once. One that has
 * become more severe is new, and so is one that speaks for a further rule that matters by itself: a model that is accepted for its
 * license may have ended.
 */
export function newFindings(
  now: Compared,
  before: Compared,
  isGone: IsGone = NONE_GONE,
): readonly ReportedFinding[] {
  const left = unaccepted(now.findings, before.findings);
  const named = pathsOf(before);
  const moved = before.findings.filter(({ path }) => isGone(path));
  const isNew = ({ path }: ReportedFinding): boolean => !named.has(path);
  const still = new Set(
    unaccepted(left.filter(isNew).map(anywhere), moved.map(anywhere)).map(({ of }) => of),
  );
  return left.filter((finding) => !isNew(finding) || still.has(finding));
}

/** A finding as it is compared where its file was renamed. */
function anywhere(of: ReportedFinding): ReportedFinding & { readonly of: ReportedFinding } {
  return { ...of, path: '', of };
}

function pathsOf({ findings, references }: Compared): ReadonlySet<string> {
  return new Set([...findings, ...references].map(({ path }) => path));
}

function unaccepted<T extends ReportedFinding>(
  findings: readonly T[],
  accepted: readonly ReportedFinding[],
): readonly T[] {
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
 * @param isGone tells which files of the baseline were deleted or renamed since; without it none is taken for that
 */
export function withoutAccepted(report: AuditReport, baseline: Compared, isGone?: IsGone): AuditReport {
  const findings = newFindings(report, baseline, isGone);
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

/**
 * What a finding is known by: for its own rule, and for each further one that would be reported as a warning or worse by itself. Which
 * place tells what one place tells for all depends on the others.
 */
function samenesses({ rule, also = [], path, model, message }: ReportedFinding): readonly string[] {
  return [rule, ...also.filter(matters)].map(
    (code) => `${code}\n${isToldOnce(code) ? '' : path}\n${model ?? message}`,
  );
}

function matters(rule: string): boolean {
  const severity = ruleInfo(rule)?.severity;
  return severity === 'error' || severity === 'warning';
}
