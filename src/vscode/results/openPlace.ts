import * as vscode from 'vscode';
import { LineIndex, type Span } from '../../core';
import { toRange } from '../range';
import { notebookPlace } from './notebookPlace';

/** Shows a place of an audit in its editor, a place in a notebook in its cell. Rejects when the file cannot be opened. */
export async function openPlace(uri: vscode.Uri, span: Span): Promise<void> {
  if (uri.path.endsWith('.ipynb')) return openInNotebook(uri, span);
  await vscode.window.showTextDocument(uri, { selection: toRange(span) });
}

async function openInNotebook(uri: vscode.Uri, span: Span): Promise<void> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const lines = new LineIndex(text);
  const offset = (line: number, column: number): number =>
    (lines.lineStart(line) ?? text.length) + column - 1;
  const place = notebookPlace(text, {
    start: offset(span.line, span.column),
    end: offset(span.endLine, span.endColumn),
  });
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  if (place === undefined || place.cell >= notebook.cellCount) {
    await vscode.window.showNotebookDocument(notebook);
    return;
  }
  const { start, end } = place;
  const selection = toRange({ ...start, endLine: end.line, endColumn: end.column });
  // A cell's address opens the notebook at the cell; its document alone has no editor of its own.
  await vscode.commands.executeCommand('vscode.open', notebook.cellAt(place.cell).document.uri, {
    selection,
  });
}
