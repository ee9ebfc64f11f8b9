import { RULES } from '../policy/rules';
import type { AuditReport } from './auditReport';
import { systemName } from './basis';
import { toCsv } from './csv';
import { toCycloneDx, type CycloneDxVersion } from './cyclonedx';
import { toHtml } from './html';
import { toInventory } from './inventory';
import { toJson } from './json';
import { toJsonLines } from './jsonLines';
import type { Language } from './language';
import { toMarkdown } from './markdown';
import { toNotice } from './notice';
import { toSarif } from './sarif';
import { toSpdx } from './spdx';
import { toTable } from './table';

export const FORMATS = [
  'table',
  'json',
  'jsonl',
  'markdown',
  'html',
  'csv',
  'sarif',
  'cyclonedx',
  'spdx',
  'notice',
  'inventory',
] as const;
export type Format = (typeof FORMATS)[number];

export interface RenderOptions {
  /** Name of the audited project, for formats that describe it. */
  readonly project: string;
  /** Stands before the paths of the table, so that a terminal can follow them. */
  readonly pathPrefix?: string;
  /** RFC 3339; without it no format writes the time it was made. */
  readonly timestamp?: string;
  readonly cycloneDxVersion?: CycloneDxVersion;
  /** Of the formats in {@link PROSE_FORMATS}, of a notice, of rules in SARIF, and of verdicts in CSV; English without it. The sentences of the report's findings are in its own language. */
  readonly language?: Language;
}

/** What people read: in their language. */
export const PROSE_FORMATS: ReadonlySet<Format> = new Set(['table', 'markdown', 'html', 'inventory']);

/** The report in a format, as the text of a file. */
export function renderReport(report: AuditReport, format: Format, options: RenderOptions): string {
  return [...reportParts(report, format, options)].join('');
}

/** The parts of the text of a report in a format, in their order: where every place stands in the text, they are made one by one. */
export function reportParts(report: AuditReport, format: Format, options: RenderOptions): Iterable<string> {
  const { pathPrefix, timestamp, cycloneDxVersion, language } = options;
  const project = systemName(report, options.project);
  switch (format) {
    case 'table':
      return [toTable(report, pathPrefix, language)];
    case 'json':
      return toJson(report);
    case 'jsonl':
      return toJsonLines(report, options.project);
    case 'markdown':
      return [toMarkdown(report, language)];
    case 'html':
      return [toHtml(report, project, language)];
    case 'csv':
      return toCsv(report, language);
    case 'sarif':
      return [toSarif(report, { rules: RULES, ...(language !== undefined && { language }) })];
    case 'inventory':
      return [toInventory(report, { project, ...(timestamp !== undefined && { timestamp }) }, language)];
    case 'cyclonedx':
      return toCycloneDx(report, {
        project,
        ...(timestamp !== undefined && { timestamp }),
        ...(cycloneDxVersion && { specVersion: cycloneDxVersion }),
      });
    case 'spdx':
      return toSpdx(report, { project, ...(timestamp !== undefined && { created: timestamp }) });
    case 'notice':
      return [toNotice(report, project, language)];
  }
}
