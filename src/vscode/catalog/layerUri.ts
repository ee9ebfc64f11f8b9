import * as vscode from 'vscode';

/** An absolute path of any system, or the address of a file. */
const ABSOLUTE = /^(?:\/|\\\\|[a-z]:[\\/]|[a-z][a-z0-9+.-]+:\/\/)/i;

/** Whether a setting names a file by itself, without the folder that somebody happens to be in. */
export function isAbsoluteLayer(path: string): boolean {
  return ABSOLUTE.test(path);
}

/** The file of a setting: an absolute path, or the address of a file as the editor has it (`vscode-vfs://…`). */
export function layerUri(path: string): vscode.Uri {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(path) ? vscode.Uri.parse(path) : vscode.Uri.file(path);
}
