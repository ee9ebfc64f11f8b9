import * as vscode from 'vscode';
import { policyCompletion, type PolicyCompletion } from '../../core/policy/language/policyCompletion';
import { policyHover } from '../../core/policy/language/policyHover';
import { LineIndex } from '../../core/text/lineIndex';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import { localize, translate } from '../localize';
import { isPolicyFile } from '../project/policyFiles';
import { rangeIn } from '../range';
import { EDITABLE_DOCUMENTS, READABLE_DOCUMENTS } from '../schemes';

/** After these a new word begins. */
const TRIGGERS = [' ', '[', ',', '"', ':', '/', '-'];

/** What can be written in a policy file and what it means, so that no other extension is needed for it. */
export class PolicyLanguage extends Owner implements vscode.CompletionItemProvider, vscode.HoverProvider {
  constructor(private readonly engineHost: EngineHost) {
    super();
    this.own(vscode.languages.registerCompletionItemProvider(EDITABLE_DOCUMENTS, this, ...TRIGGERS));
    this.own(vscode.languages.registerHoverProvider(READABLE_DOCUMENTS, this));
  }

  async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
    if (!isPolicyFile(document.uri)) return [];
    const { catalog } = await this.engineHost.engine();
    const text = document.getText();
    const lines = new LineIndex(text);
    return policyCompletion(text, document.offsetAt(position), catalog).map((proposal, order) => toItem(proposal, { order, text, lines }));
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    if (!isPolicyFile(document.uri)) return undefined;
    const { catalog } = await this.engineHost.engine();
    const text = document.getText();
    const meaning = policyHover(text, document.offsetAt(position), { catalog, translate });
    return meaning && new vscode.Hover(new vscode.MarkdownString(meaning.markdown), rangeIn(new LineIndex(text), meaning.range));
  }
}

interface Place {
  readonly order: number;
  readonly text: string;
  readonly lines: LineIndex;
}

function toItem({ label, kind, about, insertText, range }: PolicyCompletion, { order, text, lines }: Place): vscode.CompletionItem {
  const item = new vscode.CompletionItem(label, kind === 'key' ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.Value);
  item.detail = localize(about);
  item.insertText = insertText;
  item.range = rangeIn(lines, range);
  // The editor compares with what stands in the range, an opening quote included.
  const quote = /^["']/.exec(text.slice(range.start, range.end))?.[0] ?? '';
  item.filterText = quote + label;
  // The order of the file's form, not of the alphabet.
  item.sortText = String(order).padStart(5, '0');
  return item;
}
