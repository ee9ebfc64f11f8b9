import * as vscode from 'vscode';

/** The text that an editor holds of a file, saved or not; `undefined` when none is open. */
function openText(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText();
}

/** The text an editor holds, or else the file's. Rejects when there is no such file, or it cannot be read. */
export async function currentText(uri: vscode.Uri): Promise<string> {
  return openText(uri) ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(() => true, () => false);
}
