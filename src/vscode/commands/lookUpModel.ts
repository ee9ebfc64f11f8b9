import * as vscode from 'vscode';
import type { Catalog } from '../../core';
import { openExplanation } from '../explanations/openExplanation';
import type { Services } from '../services';
import { asEntry, asText } from './arguments';

/** More rows than this help nobody choose. */
const MAX_SUGGESTIONS = 100;

interface ModelItem extends vscode.QuickPickItem {
  readonly name: string;
}

/** Shows what is known of a model: of the one it is run with, or of one that the person types or chooses. */
export async function lookUpModel({ engineHost }: Services, given: unknown): Promise<void> {
  const name =
    asText(given) ?? asEntry(given)?.name ?? (await askForModel((await engineHost.engine()).catalog));
  if (name !== undefined) await openExplanation('model', name);
}

/** Any registry's spelling can be typed; the catalog's ids are suggested. */
export function askForModel(
  catalog: Catalog,
  title = vscode.l10n.t('Look up a model'),
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<ModelItem>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t(
    'A model id in any spelling, such as meta-llama/Llama-3.1-8B-Instruct, qwen3:8b or gpt-4o',
  );
  pick.matchOnDescription = true;
  const suggest = (text: string): void => {
    pick.items = suggestions(catalog, text);
  };
  suggest('');
  return new Promise((resolve) => {
    pick.onDidChangeValue(suggest);
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.name ?? asText(pick.value));
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** What the text means as it is comes first, then the models whose id contains it. */
function suggestions(catalog: Catalog, text: string): ModelItem[] {
  const wanted = text.trim().toLowerCase();
  const exact = wanted === '' ? undefined : catalog.resolve(text.trim());
  const items: ModelItem[] = [];
  if (exact !== undefined)
    items.push({ name: text.trim(), label: text.trim(), description: exact.record.id, alwaysShow: true });
  for (const { id, license } of catalog.models) {
    if (items.length >= MAX_SUGGESTIONS) break;
    if (id.toLowerCase().includes(wanted) && id !== text.trim())
      items.push({ name: id, label: id, description: license ?? vscode.l10n.t('license not known') });
  }
  return items;
}
