import type { AuditReport, EasedFinding, ReportedFinding } from '../report/auditReport';
import { unnamedCalls } from '../report/services';
import { severest } from '../report/summary';
import { grouped } from '../text/grouped';
import { SEVERITIES } from '../vocabulary';
import { newFindings } from './baseline';

/**
 * The errors and warnings of an earlier report that a later one tells more lightly or no longer, at uses that are the same in both: what
 * judges them is another. What a new exception or comment excuses is not among them, which is told by itself.
 * @param before with its files by their present names
 */
export function easedFindings(before: AuditReport, after: AuditReport): readonly EasedFinding[] {
  const [were, are] = [usesByPlace(before), usesByPlace(after)];
  const told = grouped(after.findings, placeOf);
  return newFindings(before, after).flatMap((finding): readonly EasedFinding[] => {
    const { rule, model, path, severity: was } = finding;
    if (was !== 'error' && was !== 'warning') return [];
    const place = placeOf(finding);
    const use = were.get(place);
    if (use === undefined || use !== are.get(place)) return [];
    const is = severest((told.get(place) ?? []).filter((now) => tells(now, rule)));
    if (is !== undefined && SEVERITIES.indexOf(is) <= SEVERITIES.indexOf(was)) return [];
    return [{ rule, model, path, was, is: is ?? null }];
  });
}

function tells({ rule, also = [] }: ReportedFinding, asked: string): boolean {
  return rule === asked || also.includes(asked);
}

/** What is done at each place that a finding can be about. */
function usesByPlace(report: AuditReport): ReadonlyMap<string, string> {
  const named = report.references.map(({ path, model, id, role, host, revision }) => ({
    place: placeOf({ path, model: model ?? id }),
    use: JSON.stringify([role, host, revision]),
  }));
  const unnamed = unnamedCalls(report).map(({ service, place: { path } }) => ({
    place: placeOf({ path, model: null }),
    use: JSON.stringify([service.host, service.id]),
  }));
  const places = grouped([...named, ...unnamed], ({ place }) => place);
  return new Map(
    [...places].map(([place, uses]) => [
      place,
      uses
        .map(({ use }) => use)
        .sort()
        .join(),
    ]),
  );
}

function placeOf({ path, model }: Pick<ReportedFinding, 'path' | 'model'>): string {
  return JSON.stringify([path, model]);
}
