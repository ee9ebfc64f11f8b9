import * as vscode from 'vscode';
import type { TextStore } from '../../core';
import { writeWhole } from '../files/writeWhole';
import type { Host } from '../host';

/** A file in the extension's own storage, which is outside of every workspace. Several windows may use it: each sees a whole text. */
export function storageText(folder: vscode.Uri, name: string, host: Host): TextStore {
  const uri = vscode.Uri.joinPath(folder, name);
  return {
    read: async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
    write: async (text) => {
      await vscode.workspace.fs.createDirectory(folder);
      await writeWhole(uri, text, vscode.workspace.fs, host);
    },
  };
}
