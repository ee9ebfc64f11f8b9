import type * as vscode from 'vscode';
import { ENGLISH, type AuditReport, type Language } from '../../core';
import type { AuditRun } from './auditRun';

/**
 * An audit as the data that every format is written from: the same as the command line's for the same files. For programs its
 * sentences are English, whatever the editor speaks.
 */
export async function auditReport(
  { result, catalog }: AuditRun,
  { extension }: vscode.ExtensionContext,
  { translate }: Language = ENGLISH,
): Promise<AuditReport> {
  const { toReport } = await import('../../core/report/toReport');
  const { version } = extension.packageJSON as { readonly version: string };
  return toReport(result, { version, catalogDate: catalog.date, catalogDates: catalog.dates }, translate);
}
