import * as vscode from 'vscode';
import { type FileEdit, LineIndex } from '../../core';
import { rangeIn } from '../range';
import type { FixScope } from './fixFiles';

/** The edits of a fix as one step that can be undone. */
export function workspaceEdit(edits: readonly FileEdit[], { uriOf, textOf }: FixScope): vscode.WorkspaceEdit {
  const whole = new vscode.WorkspaceEdit();
  for (const { path, range, newText, create } of edits) {
    const uri = uriOf(path);
    if (create) startFile(whole, uri, newText);
    else whole.replace(uri, rangeIn(new LineIndex(textOf(path) ?? ''), range), newText);
  }
  return whole;
}

/** The text is put in as an edit of its own: contents given with a new file are lost where another extension hands the edit on. */
function startFile(whole: vscode.WorkspaceEdit, uri: vscode.Uri, text: string): void {
  whole.createFile(uri, { ignoreIfExists: true });
  whole.insert(uri, new vscode.Position(0, 0), text);
}
