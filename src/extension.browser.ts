import * as vscode from 'vscode';
import type * as browser from './vscode/activateInBrowser';
import { type Code, FetchedModules } from './vscode/fetchedModules';

/** Given by the build: the code of what is activated. */
declare const CODE: Code;

/** The entry in a browser, where the editor reads this file alone: it fetches others as the catalog is, through the editor. */
export function activate(context: vscode.ExtensionContext): void {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'lib');
  const modules = new FetchedModules(CODE, {
    read: (file) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file)),
    addressOf: (file) => vscode.Uri.joinPath(folder, file).toString(true),
    own: { vscode },
  });
  modules.open<typeof browser>().activate(context);
}
