import type { AuditReport } from './auditReport';
import { countByReason, findingsText, licenseText, modelRows, originText, plural } from './summary';

/** For a terminal: the models, then one line a finding that terminals and problem matchers can follow to its place. */
export function toTable(report: AuditReport, pathPrefix = ''): string {
  return [...modelLines(report), ...findingLines(report, pathPrefix), ...summaryLines(report)].join('\n') + '\n';
}

/** Columns as wide as their longest cell; the last one is not padded. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => { widths[index] = Math.max(widths[index] ?? 0, cell.length); });
  return rows.map((row) => row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))).join('  ').trimEnd());
}

function modelLines(report: AuditReport): readonly string[] {
  const rows = modelRows(report);
  if (rows.length === 0) return ['No model is named.', ''];
  const cells = rows.map(({ id, model, places }) => [
    id, licenseText(model), model?.openness.level ?? 'unknown', originText(model), String(places.length),
  ]);
  return [...columns([['MODEL', 'LICENCE', 'OPENNESS', 'ORIGIN', 'PLACES'], ...cells]), ''];
}

function findingLines({ findings }: AuditReport, pathPrefix: string): readonly string[] {
  if (findings.length === 0) return [];
  const lines = findings.map(({ path, line, column, severity, rule, message }) =>
    `${pathPrefix}${path}:${line}:${column} ${severity} ${rule}: ${message}`);
  return [...lines, ''];
}

function summaryLines(report: AuditReport): readonly string[] {
  const { stats, references } = report;
  const models = modelRows(report);
  const skipped = countByReason(report).map(([reason, count]) => `${count} ${reason}`);
  return [
    `${plural(models.length, 'model')} in ${plural(references.length, 'place')}; ${plural(stats.filesScanned, 'file')} searched; ${findingsText(report)}.`,
    ...(skipped.length > 0 ? [`Left out: ${skipped.join('; ')}.`] : []),
    ...(stats.complete ? [] : ['This audit is not complete: it was cancelled, or something could not be read.']),
  ];
}
