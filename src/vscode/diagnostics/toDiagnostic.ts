import * as vscode from 'vscode';
import { type Finding, type Severity, type Span, isOfEnd } from '../../core';
import { explanationUri } from '../explanations/explanationUri';
import { localize } from '../localize';
import { toRange } from '../range';

export const SOURCE = 'Model License';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/**
 * @param decidedBy the line of the policy file that decided, where one did
 * @param related further places that the finding speaks of, with the name that stands there
 */
export function toDiagnostic(
  finding: Finding,
  range: vscode.Range,
  decidedBy: vscode.Location | undefined,
  related: readonly vscode.DiagnosticRelatedInformation[] = [],
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, localize(finding.message), SEVERITIES[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.rule, target: explanationUri('rule', finding.rule) };
  if (isOfEnd(finding)) diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
  const information = [
    ...(decidedBy === undefined
      ? []
      : [
          new vscode.DiagnosticRelatedInformation(
            decidedBy,
            vscode.l10n.t('This line of the policy decides.'),
          ),
        ]),
    ...related,
  ];
  if (information.length > 0) diagnostic.relatedInformation = information;
  return diagnostic;
}

/** Places in one file that a finding speaks of, as the editor links to them. */
export function relatedPlaces(
  uri: vscode.Uri,
  places: readonly (Span & { readonly name: string })[],
): readonly vscode.DiagnosticRelatedInformation[] {
  return places.map(
    ({ name, ...span }) =>
      new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(span)), name),
  );
}
