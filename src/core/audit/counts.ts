import { type AuditCounts, countsOf } from '../report/summary';
import type { AuditResult } from './result';

/** Counts an audit as reports for people do. */
export function countAudit({
  references,
  findings,
}: Pick<AuditResult, 'references' | 'findings'>): AuditCounts {
  return countsOf(
    references.map(({ model, reference }) => model ?? reference.id),
    findings.map(({ finding }) => finding),
  );
}
