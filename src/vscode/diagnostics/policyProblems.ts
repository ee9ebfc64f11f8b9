import * as vscode from 'vscode';
import type { PolicyProblem } from '../../core/policy/policy';
import { Owner } from '../disposables';
import { explanationUri } from '../explanations/explanationUri';
import { localize } from '../localize';
import type { PolicyFiles, PolicyState } from '../project/policyFiles';
import { rangeIn } from '../range';
import type { Problems } from './problems';
import { SOURCE } from './toDiagnostic';

/** Shows the mistakes of policy files where they stand, also of files that no editor shows: they decide about all others. */
export class PolicyProblems extends Owner {
  constructor(policies: PolicyFiles, problems: Problems) {
    super();
    this.own(policies.onDidRead((state) => problems.setLive(state.uri, diagnosticsOf(state), true)));
    this.own(policies.onDidGo((uri) => problems.forget(uri)));
  }
}

function diagnosticsOf({ problems, problemLines }: PolicyState): vscode.Diagnostic[] {
  return problems.map((problem) => toDiagnostic(problem, rangeIn(problemLines, problem.range)));
}

function toDiagnostic({ severity, message }: PolicyProblem, range: vscode.Range): vscode.Diagnostic {
  const level = severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const diagnostic = new vscode.Diagnostic(range, localize(message), level);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: 'policy/invalid', target: explanationUri('rule', 'policy/invalid') };
  return diagnostic;
}
