import type { AuditReport } from './auditReport';

/**
 * The commit as data name it; `null` where there is none. Where the files are others than those of the commit, `+changes` stands behind it:
 * who checks the commit out gets another result.
 */
export function commitName(project: AuditReport['project']): string | null {
  const { commit = null, differs } = project ?? {};
  return commit !== null && differs === true ? `${commit}+changes` : commit;
}

/** The catalog that a report rests on, in every language: `2026-11-28 (8.20261128.0, sha256:…)`. */
export function catalogText({ catalogDate, catalogVersion, catalogDigest }: AuditReport['tool']): string {
  const more = [catalogVersion, catalogDigest].filter((part) => part !== undefined);
  return more.length === 0 ? catalogDate : `${catalogDate} (${more.join(', ')})`;
}
