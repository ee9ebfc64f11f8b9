import * as vscode from 'vscode';
import { type AuditReport, html, Html, htmlBody, type Language, REPORT_STYLE } from '../../core';
import { linkPlaces } from './linkPlaces';

export interface PanelPage {
  /** In the language of the page. */
  readonly report: AuditReport;
  readonly language: Language;
  readonly project: string;
  /** Lets exactly this page's style and script run. */
  readonly nonce: string;
  readonly script: vscode.Uri;
  readonly style: vscode.Uri;
  /** Where the editor serves the two files from. */
  readonly cspSource: string;
}

/** The report's own body in a page for the editor: nothing but its style and the script behind its buttons may load. */
export function panelHtml({ report, language, project, nonce, script, style, cspSource }: PanelPage): string {
  const policy = `default-src 'none'; style-src ${cspSource} 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return html`<!DOCTYPE html>
<html lang="${language.tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${vscode.l10n.t('Audit Report')}</title>
<style nonce="${nonce}">${new Html(REPORT_STYLE)}</style><link rel="stylesheet" href="${style.toString()}"></head>
<body><nav aria-label="${vscode.l10n.t('Report')}">${button('export', vscode.l10n.t('Export…'))}${button('audit', vscode.l10n.t('Audit Again'))}${button(
    'print',
    vscode.l10n.t('Print in the Browser…'),
  )}</nav>${new Html(linkPlaces(htmlBody(report, project, language).markup, report))}
<script nonce="${nonce}" src="${script.toString()}"></script></body></html>`.markup;
}

function button(action: string, label: string): Html {
  return html`<button type="button" data-action="${action}">${label}</button>`;
}
