import * as vscode from 'vscode';
import { POLICY_FILE_NAME, POLICY_TEMPLATES, templateIn } from '../../core';
import { exists } from '../files/documentText';
import { localize, translate } from '../localize';

/** Creates a policy from a template in a workspace folder and opens it. A file that is there already is opened as it is. */
export async function createPolicy(): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const uri = vscode.Uri.joinPath(folder.uri, POLICY_FILE_NAME);
  if (!(await exists(uri))) {
    const chosen = await vscode.window.showQuickPick(templateItems(), {
      title: vscode.l10n.t('Create a model policy'),
    });
    if (chosen === undefined) return;
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { contents: new TextEncoder().encode(chosen.text) });
    if (!(await vscode.workspace.applyEdit(edit)))
      throw new Error(vscode.l10n.t('{0} could not be created.', POLICY_FILE_NAME));
  }
  await vscode.window.showTextDocument(uri);
}

function templateItems(): (vscode.QuickPickItem & { readonly text: string })[] {
  return POLICY_TEMPLATES.map((template) => ({
    label: localize(template.title),
    detail: localize(template.about),
    text: templateIn(template, translate),
  }));
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0)
    throw new Error(vscode.l10n.t('Open a folder first: a policy is a file of a workspace.'));
  return folders.length === 1 ? folders[0] : vscode.window.showWorkspaceFolderPick();
}
