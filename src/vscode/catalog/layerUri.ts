import * as vscode from 'vscode';

/** The file of a setting: an absolute path, or the address of a file as the editor has it (`vscode-vfs://…`). */
export function layerUri(path: string): vscode.Uri {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(path) ? vscode.Uri.parse(path) : vscode.Uri.file(path);
}
