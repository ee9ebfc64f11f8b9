import * as vscode from 'vscode';
import type { FileEntry } from '../../core';

/** What the editor's file systems say of a path; one that is a link is said to be that, not what it leads to. */
export function kindOf(type: vscode.FileType): FileEntry['kind'] {
  // What is not there has no type beside that of the link.
  if (type === vscode.FileType.SymbolicLink) return 'dangling';
  if ((type & vscode.FileType.SymbolicLink) !== 0) return 'link';
  if (type === vscode.FileType.Directory) return 'folder';
  return type === vscode.FileType.File ? 'file' : 'other';
}
