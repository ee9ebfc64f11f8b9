import * as vscode from 'vscode';
import { commandName } from '../commands/commandIds';
import { SOURCE } from '../diagnostics/toDiagnostic';
import { Owner } from '../disposables';
import { EDITABLE_DOCUMENTS } from '../schemes';

/** What is gone stays gone, whoever approves it. */
const NOT_SETTLED = 'drift/gone';

/** Offers to approve the models in use where they differ from the lock file. It audits and asks first, so it is a command and no edit. */
export class ApproveActionProvider extends Owner implements vscode.CodeActionProvider {
  constructor() {
    super();
    this.own(
      vscode.languages.registerCodeActionsProvider(EDITABLE_DOCUMENTS, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
  }

  provideCodeActions(
    _document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const drifts = diagnostics.filter(isSettledByApproval);
    if (drifts.length === 0) return [];
    const action = new vscode.CodeAction(
      vscode.l10n.t('Approve the models in use…'),
      vscode.CodeActionKind.QuickFix,
    );
    action.diagnostics = drifts;
    action.command = { command: commandName('approveModels'), title: action.title };
    return [action];
  }
}

function isSettledByApproval({ source, code }: vscode.Diagnostic): boolean {
  const rule = typeof code === 'object' ? String(code.value) : '';
  return source === SOURCE && rule.startsWith('drift/') && rule !== NOT_SETTLED;
}
