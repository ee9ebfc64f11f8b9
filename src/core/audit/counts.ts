import { severityCounts } from '../report/summary';
import type { AuditResult } from './result';

/** What every surface says of an audit in numbers. */
export interface AuditCounts {
  /** Names told apart by what they resolve to; those that nobody knows are among them. */
  readonly models: number;
  readonly places: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Counts as reports for people do: findings, not places; hints are no findings to tell. */
export function countAudit({
  references,
  findings,
}: Pick<AuditResult, 'references' | 'findings'>): AuditCounts {
  const { error, warning, information } = severityCounts(findings.map(({ finding }) => finding));
  return {
    models: new Set(references.map(({ model, reference }) => model ?? reference.id)).size,
    places: references.length,
    errors: error,
    warnings: warning,
    notes: information,
  };
}
