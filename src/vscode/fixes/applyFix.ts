import * as vscode from 'vscode';
import type { Services } from '../services';
import { askInputs } from './askInputs';
import { FixAction } from './codeActionProvider';
import { workspaceEdit } from './workspaceEdit';

/** Does what a fix does beside a plain edit: asks and then edits, opens a page, or copies a text. */
export async function applyFix(_services: Services, given: unknown): Promise<void> {
  if (!(given instanceof FixAction)) return;
  const {
    fix: { action },
    scope,
  } = given;
  switch (action.kind) {
    case 'open':
      await openPage(action.url);
      return;
    case 'copy':
      await vscode.env.clipboard.writeText(action.text);
      return;
    case 'edit': {
      const answers = await askInputs(action.needs);
      if (answers === undefined) return;
      const edit = workspaceEdit(action.edits(answers), scope);
      if (!(await vscode.workspace.applyEdit(edit)))
        throw new Error(vscode.l10n.t('The change could not be made: the file changed in the meantime.'));
    }
  }
}

/** Only addresses of the web, whatever a record says. */
async function openPage(url: string): Promise<void> {
  const uri = vscode.Uri.parse(url, true);
  if (uri.scheme === 'https') await vscode.env.openExternal(uri);
}
