import * as vscode from 'vscode';
import { NOTEBOOK_CELL } from './schemes';

/**
 * Tells which documents a person has open. A document is also "open" when some extension reads it, and stays so for minutes
 * after its last tab was closed; of those nobody wants to see problems.
 */
export function shownDocuments(): (document: vscode.TextDocument) => boolean {
  const shown = new Set(
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => urisOf(input))).map(keyOf),
  );
  for (const { document } of vscode.window.visibleTextEditors) shown.add(keyOf(document.uri));
  return ({ uri }) => shown.has(keyOf(uri));
}

function urisOf(input: unknown): vscode.Uri[] {
  if (
    input instanceof vscode.TabInputText ||
    input instanceof vscode.TabInputCustom ||
    input instanceof vscode.TabInputNotebook
  )
    return [input.uri];
  if (input instanceof vscode.TabInputTextDiff || input instanceof vscode.TabInputNotebookDiff)
    return [input.original, input.modified];
  return [];
}

/** A notebook's cells are shown when the notebook is: their address is the notebook's but for scheme and fragment. */
function keyOf(uri: vscode.Uri): string {
  return uri.scheme === NOTEBOOK_CELL || uri.path.endsWith('.ipynb')
    ? `notebook ${uri.path}`
    : uri.toString();
}
