import * as vscode from 'vscode';
import { openExplanation } from '../explanations/openExplanation';
import type { Services } from '../services';
import { asText } from './arguments';

interface LicenseItem extends vscode.QuickPickItem {
  readonly key: string;
}

/** Shows a license's record: of the one it is run with, or of one that the person chooses. */
export async function openLicense(services: Services, given: unknown): Promise<void> {
  const key = asText(given) ?? (await askForLicense(services, vscode.l10n.t('Open a license')));
  if (key !== undefined) await openExplanation('license', key);
}

export async function askForLicense({ engineHost }: Services, title: string): Promise<string | undefined> {
  const { catalog } = await engineHost.engine();
  const items = catalog.licenses.map(
    ({ key, name, category }): LicenseItem => ({ key, label: key, description: name, detail: category }),
  );
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.key;
}
