import * as vscode from 'vscode';
import { type Finding, type Fix, fixMenu, type OfferedFix } from '../../core';
import { isAnalyzed, type Analyses, type DocumentAnalysis } from '../analyses';
import { commandName } from '../commands/commandIds';
import { SOURCE, toDiagnostic } from '../diagnostics/toDiagnostic';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import { translate } from '../localize';
import { rangeIn } from '../range';
import { EDITABLE_DOCUMENTS } from '../schemes';
import { fixScope, type FixScope } from './fixFiles';
import { workspaceEdit } from './workspaceEdit';

/** A fix in the light bulb's menu, which knows what it will do once it is chosen. */
export class FixAction extends vscode.CodeAction {
  readonly fix: Fix;

  constructor(
    { fix, title }: Pick<OfferedFix, 'fix' | 'title'>,
    readonly scope: FixScope,
    diagnostics: vscode.Diagnostic[],
    /** Whether the document is another one than the fix was worked out for. */
    readonly isOutdated: () => boolean,
  ) {
    super(title, vscode.CodeActionKind.QuickFix);
    this.fix = fix;
    this.diagnostics = diagnostics;
    this.isPreferred = fix.preferred;
    // What has to be asked first, or does not edit, runs as a command.
    if (fix.action.kind !== 'edit' || fix.action.needs.length > 0) {
      this.command = { command: commandName('applyFix'), title: this.title, arguments: [this] };
    }
  }
}

/** Fixes that change other files than the document, which a document outside of every workspace folder has none of. */
const OF_WORKSPACE = new Set<Fix['kind']>([
  'attribution',
  'notice',
  'exception',
  'describe',
  'allow-license',
  'deny-license',
]);

/** Offers the ways to settle a finding. None is a "fix all": each says something that somebody has to mean. */
export class CodeActionProvider extends Owner implements vscode.CodeActionProvider<FixAction> {
  constructor(
    private readonly engineHost: EngineHost,
    private readonly analyses: Analyses,
  ) {
    super();
    this.own(
      vscode.languages.registerCodeActionsProvider(EDITABLE_DOCUMENTS, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<FixAction[]> {
    if (context.only?.contains(vscode.CodeActionKind.QuickFix) === false) return [];
    const result = await this.analyses.of(document);
    if (!isAnalyzed(result)) return [];
    const findings = result.findings.filter(
      (finding) => rangeIn(result.analysis.lines, finding.range).intersection(range) !== undefined,
    );
    if (findings.length === 0 || token.isCancellationRequested) return [];
    const { version } = document;
    const scope = await fixScope(document, result.project, await this.engineHost.engine());
    const problemOf = (finding: Finding): vscode.Diagnostic =>
      diagnosticOf(finding, result, context.diagnostics);
    return fixMenu(findings, scope.context, translate)
      .filter(({ fix }) => result.project.folder !== undefined || !OF_WORKSPACE.has(fix.kind))
      .map(
        (offered) =>
          new FixAction(offered, scope, offered.findings.map(problemOf), () => document.version !== version),
      );
  }

  /** Edits are computed for the fix that is looked at or chosen, not for the whole menu. */
  resolveCodeAction(action: FixAction): FixAction {
    const { fix, scope, command } = action;
    if (command === undefined && fix.action.kind === 'edit')
      action.edit = workspaceEdit(fix.action.edits({}), scope);
    return action;
  }
}

/** The problem that the editor shows for a finding, or one like it where problems are switched off. */
function diagnosticOf(
  finding: Finding,
  { analysis }: DocumentAnalysis,
  shown: readonly vscode.Diagnostic[],
): vscode.Diagnostic {
  const range = rangeIn(analysis.lines, finding.range);
  const same = shown.find(
    ({ source, code, range: at }) =>
      source === SOURCE && at.isEqual(range) && typeof code === 'object' && code.value === finding.rule,
  );
  return same ?? toDiagnostic(finding, range, undefined);
}
