import * as vscode from 'vscode';
import type { CellText } from './cellAnalysis';
import { NOTEBOOK_CELL } from './schemes';

/** `undefined` for a document that is no cell of an open notebook. */
export function cellText(document: vscode.TextDocument): CellText | undefined {
  const notebook = notebookOf(document);
  if (notebook === undefined) return undefined;
  let text = '';
  let start = 0;
  for (const cell of notebook.getCells()) {
    if (cell.document.languageId !== document.languageId) continue;
    if (cell.document === document) start = text.length;
    text += `${cell.document.getText()}\n`;
  }
  return { text, own: { start, end: start + document.getText().length }, version: notebook.version };
}

export function notebookOf({ uri }: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (uri.scheme !== NOTEBOOK_CELL) return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document.uri.toString() === uri.toString()),
  );
}
