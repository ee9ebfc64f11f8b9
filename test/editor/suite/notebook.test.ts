import * as vscode from 'vscode';
import { ok } from '../expect';
import { afterwards, test } from '../harness';
import { fileUri, hoverOn, rangeOf } from '../workbench';

async function openNotebook(path: string): Promise<vscode.NotebookDocument> {
  const notebook = await vscode.workspace.openNotebookDocument(fileUri(path));
  await vscode.window.showNotebookDocument(notebook);
  afterwards(() => vscode.commands.executeCommand('workbench.action.closeActiveEditor'));
  return notebook;
}

test('notebook: hover in a code cell, at exactly the name', async () => {
  const notebook = await openNotebook('notebooks/triage.ipynb');
  const { document } = notebook.cellAt(1);
  const range = rangeOf(document, 'HuggingFaceTB/SmolLM2-1.7B-Instruct');
  const found = await hoverOn(document, range, 'SmolLM2');
  ok(found.range?.isEqual(range), 'the range is the name, counted in the cell');
});

test('notebook: hover in the text of a Markdown cell', async () => {
  const notebook = await openNotebook('notebooks/triage.ipynb');
  const { document } = notebook.cellAt(0);
  await hoverOn(document, rangeOf(document, 'microsoft/Phi-4-mini-instruct'), 'Phi-4');
});
