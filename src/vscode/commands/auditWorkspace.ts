import * as vscode from 'vscode';
import type { AuditRun } from '../audit/auditRun';
import { countsText } from '../results/countsText';
import type { Services } from '../services';
import { commandName } from './commandIds';

/** Audits the workspace and shows the results; answers with a summary, since it was asked for. Done when the audit is. */
export async function auditWorkspace({ audits, results, log }: Services): Promise<void> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) {
    throw new Error(vscode.l10n.t('Open a folder first: the audit reads the files of a workspace.'));
  }
  await results.show();
  const run = await audits.run();
  if (run !== undefined) log.watch(offerReport(run), 'report of the audit');
}

async function offerReport(run: AuditRun): Promise<void> {
  const exportReport = vscode.l10n.t('Export Report…');
  const chosen = await vscode.window.showInformationMessage(summary(run), exportReport);
  if (chosen === exportReport) await vscode.commands.executeCommand(commandName('exportReport'));
}

function summary({ result }: AuditRun): string {
  const { t } = vscode.l10n;
  const { stats } = result;
  const counts = countsText(result);
  if (stats.canceled) return t('The audit was canceled; this is what it found until then. {0}', counts);
  return stats.complete ? counts : t('{0} Some files could not be read.', counts);
}
