import * as vscode from 'vscode';
import type { Services } from '../services';

export async function filterResults({ results }: Services): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter the results'),
    value: results.filter,
    prompt: vscode.l10n.t(
      'A part of a model, file, license, publisher, country code, rule or severity; empty shows everything',
    ),
  });
  if (text !== undefined) results.filterBy(text);
}
