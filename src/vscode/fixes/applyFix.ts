import * as vscode from 'vscode';
import type { FixAnswers } from '../../core';
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
      const answers = await askInputs(
        action.needs,
        unused,
        (text) => scope.context.evaluation.catalog.license(text) !== undefined,
      );
      if (answers === undefined) return;
      unused = answers;
      if (given.isOutdated())
        throw new Error(
          vscode.l10n.t('The file changed in the meantime. Choose the fix again: your answers are kept.'),
        );
      const edits = action.edits(answers);
      if (edits.length === 0) throw new Error(whyNot(given));
      if (!(await vscode.workspace.applyEdit(workspaceEdit(edits, scope))))
        throw new Error(
          vscode.l10n.t('The editor refused the change. Choose the fix again: your answers are kept.'),
        );
      unused = {};
    }
  }
}

/** Answers that led to no change, for the next time they are asked for. */
let unused: FixAnswers = {};

/** Why a fix changes nothing: what keeps a comment or an entry of the policy from being written. */
function whyNot({ fix: { kind }, scope }: FixAction): string {
  const { t } = vscode.l10n;
  if (kind === 'ignore')
    return t(
      'No comment can stand above this line: it is part of a longer string or command. Add an exception to the policy instead; your answers are kept.',
    );
  return t(
    '{0} cannot be changed: it has errors, or a form that is not understood. Mend it and choose the fix again; your answers are kept.',
    scope.context.policy.path,
  );
}

/** Only addresses of the web, whatever a record says. */
async function openPage(url: string): Promise<void> {
  const uri = vscode.Uri.parse(url, true);
  if (uri.scheme === 'https') await vscode.env.openExternal(uri);
}
