import type { AuditReport } from './auditReport';
import { toJson } from './json';
import { toTable } from './table';

export const FORMATS = ['table', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface RenderOptions {
  /** Stands before the paths of the table, so that a terminal can follow them. */
  readonly pathPrefix?: string;
}

/** The report in a format, as the text of a file. */
export function renderReport(report: AuditReport, format: Format, options: RenderOptions = {}): string {
  switch (format) {
    case 'table': return toTable(report, options.pathPrefix);
    case 'json': return toJson(report);
  }
}
