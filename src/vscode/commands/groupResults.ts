import * as vscode from 'vscode';
import { type Grouping, GROUPINGS } from '../../core';
import type { Services } from '../services';

interface GroupingItem extends vscode.QuickPickItem {
  readonly grouping: Grouping;
}

export async function groupResults({ results }: Services): Promise<void> {
  const items = GROUPINGS.map(
    (grouping): GroupingItem => ({
      grouping,
      label: groupingName(grouping),
      ...(grouping === results.grouping && { description: vscode.l10n.t('now') }),
    }),
  );
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group the results by') });
  if (chosen !== undefined) await results.groupBy(chosen.grouping);
}

function groupingName(grouping: Grouping): string {
  switch (grouping) {
    case 'outcome':
      return vscode.l10n.t('Outcome');
    case 'model':
      return vscode.l10n.t('Model');
    case 'license':
      return vscode.l10n.t('License');
    case 'origin':
      return vscode.l10n.t('Origin');
    case 'host':
      return vscode.l10n.t('Who runs it');
    case 'openness':
      return vscode.l10n.t('Openness');
    case 'file':
      return vscode.l10n.t('File');
    case 'rule':
      return vscode.l10n.t('Rule');
  }
}
