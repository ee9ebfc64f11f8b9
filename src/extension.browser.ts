import * as vscode from 'vscode';
import type * as browser from './vscode/activateInBrowser';
import { type CodeFiles, FetchedModules } from './vscode/fetchedModules';

/** Set by the build: the files in `dist/lib` of what is activated. */
declare const CODE_FILES: CodeFiles;

/** The entry in a browser, where the editor reads this file alone: it fetches the others as the catalog is, through the editor. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'lib');
  const modules = new FetchedModules(CODE_FILES, {
    read: (file) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file)),
    addressOf: (file) => vscode.Uri.joinPath(folder, file).toString(true),
    own: { vscode },
  });
  (await modules.open<typeof browser>()).activate(context);
}
