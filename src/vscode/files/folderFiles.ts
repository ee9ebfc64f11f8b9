import type * as vscode from 'vscode';
import type { FileSource } from '../../core';
import type { Host } from '../host';
import { workspaceFiles } from './workspaceFiles';

/** The files of a folder: straight from the disk where the host has one, else through the editor. */
export function folderFiles(folder: vscode.Uri, { diskFiles }: Host): FileSource {
  return folder.scheme === 'file' && diskFiles !== undefined
    ? diskFiles(folder.fsPath)
    : workspaceFiles(folder);
}
