import * as vscode from 'vscode';
import { countBy, type Finding, type Fix, FIX_KINDS, fixesFor } from '../../core';
import { isAnalyzed, type Analyses, type DocumentAnalysis } from '../analyses';
import { commandName } from '../commands/commandIds';
import { SOURCE, toDiagnostic } from '../diagnostics/toDiagnostic';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import { localize } from '../localize';
import { rangeIn } from '../range';
import { EDITABLE_DOCUMENTS } from '../schemes';
import { fixScope, type FixScope } from './fixFiles';
import { workspaceEdit } from './workspaceEdit';

/** A fix in the light bulb's menu, which knows what it will do once it is chosen. */
export class FixAction extends vscode.CodeAction {
  constructor(
    readonly fix: Fix,
    readonly scope: FixScope,
    diagnostic: vscode.Diagnostic,
    readonly rule: string,
  ) {
    super(localize(fix.title), vscode.CodeActionKind.QuickFix);
    this.diagnostics = [diagnostic];
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
  'allow-license',
  'deny-license',
]);

/** What each rule has an edit of its own for, though it may be called the same. */
const OF_RULE = new Set<Fix['kind']>(['exception', 'ignore', 'attribution', 'notice']);

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
    const scope = await fixScope(document, result.project, await this.engineHost.engine());
    const actions = findings.flatMap((finding) =>
      actionsFor(finding, scope, diagnosticOf(finding, result, context.diagnostics)),
    );
    return menuOf(actions).filter(
      ({ fix }) => result.project.folder !== undefined || !OF_WORKSPACE.has(fix.kind),
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

function actionsFor(finding: Finding, scope: FixScope, diagnostic: vscode.Diagnostic): FixAction[] {
  return fixesFor(finding, scope.context).map((fix) => new FixAction(fix, scope, diagnostic, finding.rule));
}

/** Several findings about one name are often settled by the same change: it is offered once, for all of them. */
function menuOf(actions: readonly FixAction[]): FixAction[] {
  const kept = new Map<string, FixAction>();
  for (const action of actions) {
    const key = JSON.stringify([
      action.diagnostics?.[0]?.range,
      action.title,
      OF_RULE.has(action.fix.kind) ? action.rule : '',
    ]);
    const same = kept.get(key);
    if (same === undefined) kept.set(key, action);
    else same.diagnostics = [...(same.diagnostics ?? []), ...(action.diagnostics ?? [])];
  }
  const all = [...kept.values()];
  const titles = countBy(all.map(({ title }) => title));
  for (const action of all) if ((titles[action.title] ?? 0) > 1) action.title = withRule(action);
  return all.sort(
    (a, b) =>
      Number(b.isPreferred) - Number(a.isPreferred) ||
      FIX_KINDS.indexOf(a.fix.kind) - FIX_KINDS.indexOf(b.fix.kind),
  );
}

/** `Add an exception … (license/denied)…`: an ellipsis says that something is asked, and stays at the end. */
function withRule({ title, rule }: FixAction): string {
  return title.endsWith('…') ? `${title.slice(0, -1)} (${rule})…` : `${title} (${rule})`;
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
