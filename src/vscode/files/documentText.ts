import * as vscode from 'vscode';

/** What an editor holds that is not in the file yet. A document without such changes can lag behind its file; the file cannot. */
function unsavedText(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments
    .find((document) => document.isDirty && document.uri.toString() === uri.toString())
    ?.getText();
}

/** The text as a person sees it: unsaved changes, or else the file's. Rejects when there is no such file, or it cannot be read. */
export async function currentText(uri: vscode.Uri): Promise<string> {
  return unsavedText(uri) ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** The same as the bytes of a file. */
export async function currentBytes(uri: vscode.Uri): Promise<Uint8Array> {
  const text = unsavedText(uri);
  return text === undefined ? vscode.workspace.fs.readFile(uri) : new TextEncoder().encode(text);
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
