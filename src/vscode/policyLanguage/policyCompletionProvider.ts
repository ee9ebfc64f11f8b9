import * as vscode from 'vscode';
import { policyCompletion, type PolicyCompletion } from '../../core';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import { localize } from '../localize';
import { regionName } from '../regions';
import { POLICY_DOCUMENTS } from './policyDocuments';

/** After these a value, a key or an entry of a list begins. */
const TRIGGERS = [':', ' ', '-', '[', ',', '"'];

/** Proposes what can be written in a policy, so that no other extension is needed for it. */
export class PolicyCompletionProvider extends Owner implements vscode.CompletionItemProvider {
  constructor(private readonly engineHost: EngineHost) {
    super();
    this.own(vscode.languages.registerCompletionItemProvider(POLICY_DOCUMENTS, this, ...TRIGGERS));
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionList> {
    const { catalog } = await this.engineHost.engine();
    const found = policyCompletion(document.getText(), document.offsetAt(position), {
      catalog,
      countryName: regionName,
    });
    // Models are more than are listed: with each letter there are others.
    return new vscode.CompletionList(
      found.map((completion, index) => itemOf(completion, index, document)),
      true,
    );
  }
}

function itemOf(
  { label, kind, about, insertText, range }: PolicyCompletion,
  index: number,
  document: vscode.TextDocument,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    label,
    kind === 'key' ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.Value,
  );
  item.detail = localize(about);
  item.insertText = insertText;
  item.range = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  // The editor compares with what stands in the range, an opening quote included.
  const quote = /^["']/.exec(document.getText(item.range))?.[0] ?? '';
  item.filterText = `${quote}${label}`;
  item.sortText = String(index).padStart(5, '0');
  return item;
}
