import * as vscode from 'vscode';
import type { CatalogFolder } from '../../core';
import { writeWhole } from '../files/writeWhole';
import type { Host } from '../host';

/** Catalogs in the extension's own storage, where there is no disk to share them with other programs. */
export function storageFolder(storage: vscode.Uri, host: Host): CatalogFolder {
  const folder = vscode.Uri.joinPath(storage, 'catalog');
  const { fs } = vscode.workspace;
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  return {
    read: async (name) => {
      try {
        return await fs.readFile(at(name));
      } catch {
        return undefined;
      }
    },
    write: async (name, text) => {
      await fs.createDirectory(folder);
      await writeWhole(at(name), text, fs, host);
    },
    remove: async (name) => fs.delete(at(name)),
    list: async () => (await fs.readDirectory(folder)).map(([name]) => name),
  };
}
