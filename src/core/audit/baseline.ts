import { ruleInfo } from '../policy/rules';
import { isToldOnce } from '../policy/toldOnce';
import type { AuditReport, ReportedFinding } from '../report/auditReport';
import { servicesAt } from '../report/services';
import { withVerdictsOf } from '../report/modelVerdicts';
import { SEVERITIES } from '../vocabulary';

/** What is compared of two reports. */
type Compared = Pick<AuditReport, 'findings' | 'references' | 'services'>;

/** Whether a file of the earlier report is no longer there; a file that was only not looked at is. */
export type IsGone = (path: string) => boolean;

const NONE_GONE: IsGone = () => false;

/**
 * The findings that an earlier report does not already have: what is new since it was accepted. A finding is the same when rule,
 * file and model are (rule and model, where one place tells it for all), wherever its line has moved to, also in a file that the
 * earlier report does not name instead of one that is gone (it was renamed). Of several alike each is accepted once. One that has
 * become more severe is new, and so is one that speaks for a further rule that matters by itself: a model that is accepted for its
 * license may have ended. What is said of a host is accepted for that host, in that region; the end of a
 * name for that name at that host, for a model has several.
 */
export function newFindings(
  now: Compared,
  before: Compared,
  isGone: IsGone = NONE_GONE,
): readonly ReportedFinding[] {
  const accepted = comparedOf(before);
  const left = unaccepted(comparedOf(now), accepted);
  const named = pathsOf(before);
  const moved = accepted.filter(({ path }) => isGone(path));
  const isNew = ({ path }: ComparedFinding): boolean => !named.has(path);
  const still = new Set(
    unaccepted(left.filter(isNew).map(anywhere), moved.map(anywhere)).map(({ of }) => of),
  );
  return left.filter((finding) => !isNew(finding) || still.has(finding.of)).map(({ of }) => of);
}

/** A finding as it is compared, with who is called at its place and in which region, and by which names. */
interface ComparedFinding extends Pick<ReportedFinding, 'path'> {
  readonly of: ReportedFinding;
  readonly hosts: string;
  readonly names: string;
}

function comparedOf(report: Compared): readonly ComparedFinding[] {
  const at = servicesAt(report);
  return report.findings.map((of) => {
    const called = at(of);
    const hosts = called.map(({ host, region }) => `${host} ${region ?? ''}`);
    const names = called.map(({ host, id }) => `${host} ${id.toLowerCase()}`);
    return { of, path: of.path, hosts: hosts.sort().join(), names: names.sort().join() };
  });
}

/** A finding as it is compared where its file was renamed. */
function anywhere(finding: ComparedFinding): ComparedFinding {
  return { ...finding, path: '' };
}

function pathsOf({ findings, references }: Compared): ReadonlySet<string> {
  return new Set([...findings, ...references].map(({ path }) => path));
}

function unaccepted(
  findings: readonly ComparedFinding[],
  accepted: readonly ComparedFinding[],
): readonly ComparedFinding[] {
  const left = new Map<string, number[]>();
  for (const finding of accepted) {
    for (const key of samenesses(finding)) {
      const ranks = left.get(key) ?? [];
      ranks.push(SEVERITIES.indexOf(finding.of.severity));
      left.set(
        key,
        ranks.sort((a, b) => a - b),
      );
    }
  }
  return findings.filter((finding) => {
    const [own = '', ...others] = samenesses(finding);
    const match = (left.get(own) ?? []).findLastIndex(
      (rank) => rank <= SEVERITIES.indexOf(finding.of.severity),
    );
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
  return withVerdictsOf(report, {
    ...report,
    findings,
    accepted: report.findings.length - findings.length,
    acceptedModels: [...new Set(models)].sort(),
  });
}

/**
 * What a finding is known by: for its own rule, and for each further one that would be reported as a warning or worse by itself. Which
 * place tells what one place tells for all depends on the others.
 */
function samenesses({ of, path, hosts, names }: ComparedFinding): readonly string[] {
  const { rule, also = [], model, message } = of;
  return [rule, ...also.filter(matters)].map((code) => {
    const parts = [code, isToldOnce(code) ? '' : path, model ?? message];
    return [...parts, isOfHosts(code) ? hosts : isOfNames(code) ? names : ''].join('\n');
  });
}

/** Whether a rule speaks of who is called. */
function isOfHosts(rule: string): boolean {
  return rule.startsWith('hosting/') || rule.startsWith('service/');
}

/** Whether a rule speaks of the life of a name at its host. */
function isOfNames(rule: string): boolean {
  return ['model/ending', 'model/retired', 'model/renamed'].includes(rule);
}

function matters(rule: string): boolean {
  const severity = ruleInfo(rule)?.severity;
  return severity === 'error' || severity === 'warning';
}
