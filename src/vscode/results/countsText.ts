import * as vscode from 'vscode';
import { type AuditResult, countAudit } from '../../core';

/** The numbers of an audit, in the words of every surface of the editor. */
export function countsText(result: AuditResult): string {
  const { models, places, errors, warnings, notes } = countAudit(result);
  return vscode.l10n.t(
    'Models: {0}, places: {1}. Errors: {2}, warnings: {3}, notes: {4}.',
    models,
    places,
    errors,
    warnings,
    notes,
  );
}
