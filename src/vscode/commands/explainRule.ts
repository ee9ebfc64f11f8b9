import * as vscode from 'vscode';
import { openExplanation } from '../explanations/openExplanation';
import { localize } from '../localize';
import type { Services } from '../services';
import { asText } from './arguments';

/** Explains a rule: the one it is run with, or one that the person chooses. */
export async function explainRule(_services: Services, given: unknown): Promise<void> {
  const code = asText(given) ?? (await askForRule());
  if (code !== undefined) await openExplanation('rule', code);
}

async function askForRule(): Promise<string | undefined> {
  const { RULES } = await import('../../core/policy/rules');
  const items = RULES.map(({ code, summary }) => ({ label: code, detail: localize(summary) }));
  return (
    await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Explain a rule'), matchOnDetail: true })
  )?.label;
}
