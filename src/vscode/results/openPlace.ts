import * as vscode from 'vscode';
import { LineIndex } from '../../core/text/lineIndex';
import type { Span } from '../../core/text/range';
import { toRange } from '../range';
import { notebookPlace } from './notebookPlace';

/** Shows a place of an audit in its editor, a place in a notebook in its cell. Rejects when the file cannot be opened. */
export async function openPlace(uri: vscode.Uri, span: Span): Promise<void> {
  if (uri.path.endsWith('.ipynb')) return openInNotebook(uri, span);
  await vscode.window.showTextDocument(uri, { selection: toRange(span) });
}

async function openInNotebook(uri: vscode.Uri, span: Span): Promise<void> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const start = new LineIndex(text).lineStart(span.line);
  const place = start === undefined ? undefined : notebookPlace(text, start + span.column - 1);
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  if (place === undefined || place.cell >= notebook.cellCount) {
    await vscode.window.showNotebookDocument(notebook);
    return;
  }
  const at = new vscode.Position(place.line, place.column);
  const length = span.line === span.endLine ? span.endColumn - span.column : 0;
  // A cell's address opens the notebook at the cell; its document alone has no editor of its own.
  await vscode.commands.executeCommand('vscode.open', notebook.cellAt(place.cell).document.uri, { selection: new vscode.Range(at, at.translate(0, length)) });
}
