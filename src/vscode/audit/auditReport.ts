import type * as vscode from 'vscode';
import { ENGLISH, type AuditReport, type Language, versionText } from '../../core';
import type { AuditRun } from './auditRun';

/**
 * An audit as the data that every format is written from: the same as the command line's for the same files. For programs its
 * sentences are English, whatever the editor speaks.
 */
export async function auditReport(
  { result, inForce }: AuditRun,
  { extension }: vscode.ExtensionContext,
  { translate }: Language = ENGLISH,
): Promise<AuditReport> {
  const { toReport } = await import('../../core/report/toReport');
  const { version } = extension.packageJSON as { readonly version: string };
  const { catalog } = inForce;
  const catalogDigest = await inForce.digest();
  return toReport(
    result,
    {
      version,
      catalogDate: catalog.date,
      catalogDates: catalog.dates,
      catalogVersion: versionText(inForce.version),
      ...(catalogDigest !== undefined && { catalogDigest }),
    },
    translate,
  );
}
