import type { AuditReport } from './auditReport';

export function toJson(report: AuditReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
