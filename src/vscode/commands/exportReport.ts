import * as vscode from 'vscode';
import { ENGLISH, type Format } from '../../core';
import { auditReport } from '../audit/auditReport';
import type { AuditRun } from '../audit/auditRun';
import { writeWhole } from '../files/writeWhole';
import { reportLanguage } from '../localize';
import type { Services } from '../services';

interface FormatItem extends vscode.QuickPickItem {
  readonly format: Format;
  readonly extension: string;
}

/** Names of formats are names: they are not translated. A format that is not listed here is called as its command line option. */
const FILES: Readonly<Record<string, { readonly label: string; readonly extension: string }>> = {
  table: { label: 'Text', extension: 'txt' },
  json: { label: 'JSON', extension: 'json' },
  jsonl: { label: 'JSON Lines', extension: 'jsonl' },
  markdown: { label: 'Markdown', extension: 'md' },
  html: { label: 'HTML', extension: 'html' },
  csv: { label: 'CSV', extension: 'csv' },
  sarif: { label: 'SARIF 2.1.0', extension: 'sarif' },
  cyclonedx: { label: 'CycloneDX ML-BOM', extension: 'cdx.json' },
  spdx: { label: 'SPDX 3.0.1', extension: 'spdx.json' },
  notice: { label: 'NOTICE', extension: 'txt' },
  inventory: { label: 'SBOM for AI, minimum elements', extension: 'md' },
};

function fileOf(format: string): { readonly label: string; readonly extension: string } {
  return FILES[format] ?? { label: format, extension: format };
}

/**
 * Writes the last audit, or a new one when there is none, to a file that the person chooses, and opens it: a page in the
 * browser, where it can be printed, everything else in the editor. A format may be given.
 */
export async function exportReport({ audits, context, host, log }: Services, given: unknown): Promise<void> {
  const run = audits.last ?? (await audits.run());
  if (run === undefined) return;
  const items = await formatItems();
  const chosen =
    items.find(({ format }) => format === given) ??
    (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export the audit as') }));
  if (chosen === undefined) return;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folderOf(run), `model-audit.${chosen.extension}`),
    filters: { [chosen.label]: [chosen.extension.split('.').at(-1) ?? chosen.extension] },
    title: vscode.l10n.t('Export the audit'),
  });
  if (target === undefined) return;
  await writeWhole(target, await render(run, chosen.format, context), vscode.workspace.fs, host);
  log.info(`report written as ${chosen.format}`);
  const forBrowser =
    chosen.extension === 'html' && target.scheme === 'file' && vscode.env.remoteName === undefined;
  await (forBrowser
    ? vscode.env.openExternal(target)
    : vscode.commands.executeCommand('vscode.open', target));
}

async function formatItems(): Promise<FormatItem[]> {
  const { FORMATS } = await import('../../core/report/formats');
  return FORMATS.map((format) => ({ format, ...fileOf(format) }));
}

async function render(
  run: AuditRun,
  format: FormatItem['format'],
  context: vscode.ExtensionContext,
): Promise<string> {
  const { PROSE_FORMATS, renderReport } = await import('../../core/report/formats');
  const language = PROSE_FORMATS.has(format) ? reportLanguage() : ENGLISH;
  const report = await auditReport(run, context, language);
  return renderReport(report, format, { project: vscode.workspace.name ?? '', language });
}

function folderOf({ folders }: AuditRun): vscode.Uri {
  return folders[0]?.uri ?? vscode.Uri.file('/');
}
