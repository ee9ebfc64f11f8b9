import type { AuditReport } from './auditReport';

/**
 * Part of a report with the sentences of another one: reports are compared in English, and written in the language of who reads them.
 * @param part has findings, duties, services and references of `whole`, the same objects
 * @param whole of the same audit as `other`, so that both have the same in the same order
 */
export function inWordsOf(part: AuditReport, whole: AuditReport, other: AuditReport): AuditReport {
  return {
    ...part,
    stats: other.stats,
    references: matched(part.references, whole.references, other.references),
    findings: matched(part.findings, whole.findings, other.findings),
    services: matched(part.services ?? [], whole.services ?? [], other.services ?? []),
    obligations: matched(part.obligations, whole.obligations, other.obligations),
  };
}

function matched<T>(part: readonly T[], whole: readonly T[], other: readonly T[]): readonly T[] {
  const others = new Map(whole.map((item, index) => [item, other[index] ?? item]));
  return part.map((item) => others.get(item) ?? item);
}
