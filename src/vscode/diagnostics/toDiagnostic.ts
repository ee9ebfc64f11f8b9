import * as vscode from 'vscode';
import { type Finding, type Severity, tellsOfEnd } from '../../core';
import { explanationUri } from '../explanations/explanationUri';
import { localize } from '../localize';

export const SOURCE = 'Model License';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** @param decidedBy the line of the policy file that decided, where one did. */
export function toDiagnostic(
  finding: Finding,
  range: vscode.Range,
  decidedBy: vscode.Location | undefined,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, localize(finding.message), SEVERITIES[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.rule, target: explanationUri('rule', finding.rule) };
  if (tellsOfEnd(finding.rule)) diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
  if (decidedBy !== undefined) {
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(decidedBy, vscode.l10n.t('This line of the policy decides.')),
    ];
  }
  return diagnostic;
}
