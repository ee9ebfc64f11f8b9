import * as vscode from 'vscode';
import type { Finding } from '../../core/policy/finding';
import { isAnalyzed, type Analyses, type DocumentAnalysis } from '../analyses';
import { Debouncer } from '../debouncer';
import { Owner } from '../disposables';
import type { Log } from '../log';
import type { Projects } from '../project/projects';
import { rangeIn } from '../range';
import { isEditable } from '../schemes';
import { onSettingsChanged, readSettings } from '../settings';
import { isPolicyFile } from '../project/policyFiles';
import { locationInPolicy } from '../project/policyLocation';
import type { Problems } from './problems';
import { toDiagnostic } from './toDiagnostic';

const TYPING_PAUSE_MS = 250;
/** More problems than anyone fixes one by one; the audit lists them all. */
const MAX_PROBLEMS = 200;

export interface DiagnosticsParts {
  readonly analyses: Analyses;
  readonly problems: Problems;
  readonly projects: Projects;
  readonly log: Log;
}

/** Keeps the problems of open documents in step with their text, the policy and the settings. */
export class DiagnosticsController extends Owner {
  private readonly pending = new Map<vscode.TextDocument, Debouncer>();

  constructor(private readonly parts: DiagnosticsParts) {
    super();
    const { workspace } = vscode;
    this.own(workspace.onDidOpenTextDocument((document) => this.refresh(document)));
    this.own(workspace.onDidChangeTextDocument(({ document }) => this.schedule(document)));
    this.own(workspace.onDidCloseTextDocument((document) => this.close(document)));
    this.own(workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => parts.problems.forget(uri))));
    this.own(workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => parts.problems.forget(oldUri))));
    this.own(parts.projects.onDidChange(() => this.refreshAll()));
    this.own(onSettingsChanged(() => this.refreshAll()));
    this.refreshAll();
  }

  override dispose(): void {
    for (const pending of this.pending.values()) pending.dispose();
    super.dispose();
  }

  private refreshAll(): void {
    for (const document of vscode.workspace.textDocuments) this.refresh(document);
  }

  private schedule(document: vscode.TextDocument): void {
    let pending = this.pending.get(document);
    if (pending === undefined) this.pending.set(document, (pending = new Debouncer(TYPING_PAUSE_MS)));
    pending.run(() => this.refresh(document));
  }

  private close(document: vscode.TextDocument): void {
    this.pending.get(document)?.dispose();
    this.pending.delete(document);
    if (!isPolicyFile(document.uri)) this.parts.problems.clearLive(document.uri);
  }

  private refresh(document: vscode.TextDocument): void {
    if (isEditable(document) && !isPolicyFile(document.uri)) this.parts.log.watch(this.publish(document), `problems of ${document.uri.toString()}`);
  }

  private async publish(document: vscode.TextDocument): Promise<void> {
    const { analyses, problems } = this.parts;
    if (!readSettings(document).diagnostics) return problems.clearLive(document.uri);
    const { version } = document;
    const result = await analyses.of(document);
    // An answer about a text that is gone by now says nothing; the change or close that replaced it asks again.
    if (document.isClosed || document.version !== version) return;
    const shown = isAnalyzed(result) && result.leftOut === undefined ? diagnosticsOf(result) : [];
    problems.setLive(document.uri, shown, !document.isDirty);
  }
}

export function diagnosticsOf(result: DocumentAnalysis): vscode.Diagnostic[] {
  return result.analysis.findings.slice(0, MAX_PROBLEMS).map((finding) => diagnosticOf(finding, result));
}

function diagnosticOf(finding: Finding, { analysis, project }: DocumentAnalysis): vscode.Diagnostic {
  return toDiagnostic(finding, rangeIn(analysis.lines, finding.range), locationInPolicy(finding, project.policy));
}
