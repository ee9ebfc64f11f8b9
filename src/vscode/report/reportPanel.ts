import * as vscode from 'vscode';
import type { AuditReport } from '../../core';
import { auditReport } from '../audit/auditReport';
import type { AuditRun } from '../audit/auditRun';
import type { Audits } from '../audit/audits';
import { commandName } from '../commands/commandIds';
import { Owner } from '../disposables';
import { reportLanguage } from '../localize';
import type { Log } from '../log';
import { openPlace } from '../results/openPlace';
import { panelHtml } from './panelHtml';

const VIEW_TYPE = 'modelLicenseLens.report';

export interface PanelParts {
  readonly audits: Audits;
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
}

/** The audit on one page, beside the code. It follows the last audit for as long as it is open. */
export class ReportPanel extends Owner {
  private panel: vscode.WebviewPanel | undefined;

  constructor(private readonly parts: PanelParts) {
    super();
    this.own(parts.audits.onDidChange((run) => parts.log.watch(this.follow(run), 'report panel')));
    this.own({ dispose: () => this.panel?.dispose() });
  }

  async show(run: AuditRun): Promise<void> {
    this.panel ??= this.open();
    this.panel.reveal();
    await this.fill(this.panel, run);
  }

  private open(): vscode.WebviewPanel {
    const { context, log } = this.parts;
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      vscode.l10n.t('Audit Report'),
      vscode.ViewColumn.Active,
      {
        enableScripts: true,
        localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'media', 'panel')],
      },
    );
    panel.iconPath = vscode.Uri.joinPath(context.extensionUri, 'media', 'icon.png');
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => log.watch(this.act(message), 'report panel'));
    return panel;
  }

  private async follow(run: AuditRun | undefined): Promise<void> {
    if (this.panel === undefined) return;
    if (run === undefined) this.panel.dispose();
    else await this.fill(this.panel, run);
  }

  private async fill({ webview }: vscode.WebviewPanel, run: AuditRun): Promise<void> {
    const { context } = this.parts;
    const language = reportLanguage();
    const report: AuditReport = await auditReport(run, context, language);
    const file = (name: string): vscode.Uri =>
      webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, 'media', 'panel', name));
    webview.html = panelHtml({
      report,
      language,
      project: vscode.workspace.name ?? '',
      nonce: randomText(),
      script: file('report.js'),
      style: file('report.css'),
      cspSource: webview.cspSource,
    });
  }

  /** The page is ours, but what it sends is looked at as if it were not. */
  private async act(message: unknown): Promise<void> {
    const { action, path, line } = (
      typeof message === 'object' && message !== null ? message : {}
    ) as Readonly<Record<string, unknown>>;
    switch (action) {
      case 'export':
        await vscode.commands.executeCommand(commandName('exportReport'));
        break;
      // A page in the editor cannot print itself; the same page in a browser can.
      case 'print':
        await vscode.commands.executeCommand(commandName('exportReport'), 'html');
        break;
      case 'audit':
        await this.parts.audits.run();
        break;
      case 'open':
        await this.openPlace(path, line);
        break;
    }
  }

  private async openPlace(path: unknown, line: unknown): Promise<void> {
    const run = this.parts.audits.last;
    const place = run?.entries.find((entry) => entry.path === path && entry.span.line === line);
    if (run !== undefined && place !== undefined) await openPlace(run.uriOf(place), place.span);
  }
}

function randomText(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
