import * as vscode from 'vscode';
import type { TextStore } from '../../core';

/** A file in the extension's own storage, which is outside of every workspace. */
export function storageText(folder: vscode.Uri, name: string): TextStore {
  const uri = vscode.Uri.joinPath(folder, name);
  return {
    read: async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
    write: async (text) => {
      await vscode.workspace.fs.createDirectory(folder);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    },
  };
}
