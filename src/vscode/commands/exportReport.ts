import * as vscode from 'vscode';
import type { Format } from '../../core/report/formats';
import type { AuditRun } from '../audit/audits';
import type { Services } from '../services';

interface FormatItem extends vscode.QuickPickItem {
  readonly format: Format;
  readonly extension: string;
}

/** Names of formats are names: they are not translated. A format that is not listed here is called as its command line option. */
const FILES: Readonly<Record<string, { readonly label: string; readonly extension: string }>> = {
  table: { label: 'Text', extension: 'txt' },
  json: { label: 'JSON', extension: 'json' },
  markdown: { label: 'Markdown', extension: 'md' },
  html: { label: 'HTML', extension: 'html' },
  csv: { label: 'CSV', extension: 'csv' },
  sarif: { label: 'SARIF 2.1.0', extension: 'sarif' },
  cyclonedx: { label: 'CycloneDX ML-BOM', extension: 'cdx.json' },
  spdx: { label: 'SPDX 3.0.1', extension: 'spdx.json' },
  notice: { label: 'NOTICE', extension: 'txt' },
};

function fileOf(format: string): { readonly label: string; readonly extension: string } {
  return FILES[format] ?? { label: format, extension: format };
}

/** Writes the last audit, or a new one when there is none, to a file that the person chooses. */
export async function exportReport({ audits, context, log }: Services): Promise<void> {
  const run = audits.last ?? await audits.run();
  if (run === undefined) return;
  const chosen = await vscode.window.showQuickPick(await formatItems(), { title: vscode.l10n.t('Export the audit as') });
  if (chosen === undefined) return;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folderOf(run), `model-audit.${chosen.extension}`),
    filters: { [chosen.label]: [chosen.extension.split('.').at(-1) ?? chosen.extension] },
    title: vscode.l10n.t('Export the audit'),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(await render(run, chosen.format, context)));
  log.info(`report written as ${chosen.format}`);
  await vscode.commands.executeCommand('vscode.open', target);
}

async function formatItems(): Promise<FormatItem[]> {
  const { FORMATS } = await import('../../core/report/formats');
  return FORMATS.map((format) => ({ format, ...fileOf(format) }));
}

async function render(run: AuditRun, format: FormatItem['format'], context: vscode.ExtensionContext): Promise<string> {
  const [{ renderReport }, { toReport }] = await Promise.all([import('../../core/report/formats'), import('../../core/report/toReport')]);
  const { version } = context.extension.packageJSON as { readonly version: string };
  return renderReport(toReport(run.result, { version, catalogDate: run.catalogDate }), format, { project: vscode.workspace.name ?? '' });
}

function folderOf({ folders }: AuditRun): vscode.Uri {
  return folders[0]?.uri ?? vscode.Uri.file('/');
}
