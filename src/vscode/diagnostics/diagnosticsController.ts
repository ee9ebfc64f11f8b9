import * as vscode from 'vscode';
import { isAnalyzed, type Analyses, type DocumentAnalysis } from '../analyses';
import type { Audits } from '../audit/audits';
import { Debouncer } from '../debouncer';
import { Owner } from '../disposables';
import type { Log } from '../log';
import type { HubLookups } from '../lookup/hubLookups';
import { notebookOf } from '../notebookText';
import { isPolicyFile } from '../project/policyFiles';
import { locationInPolicy } from '../project/policyLocation';
import type { Projects } from '../project/projects';
import { rangeIn } from '../range';
import { isEditable } from '../schemes';
import { onSettingsChanged, readSettings } from '../settings';
import { shownDocuments } from '../shownDocuments';
import type { Problems } from './problems';
import { relatedPlaces, toDiagnostic } from './toDiagnostic';

const TYPING_PAUSE_MS = 250;
/** More problems than anyone fixes one by one; the audit lists them all. */
const MAX_PROBLEMS = 200;

export interface DiagnosticsParts {
  readonly analyses: Analyses;
  readonly audits: Audits;
  readonly hub: HubLookups;
  readonly problems: Problems;
  readonly projects: Projects;
  readonly log: Log;
}

/** Keeps the problems of open documents in step with their text, the policy, the last audit and the settings. */
export class DiagnosticsController extends Owner {
  private readonly pending = new Map<vscode.TextDocument, Debouncer>();

  constructor(private readonly parts: DiagnosticsParts) {
    super();
    const { workspace, window } = vscode;
    const refreshAll = (): void => this.refresh(workspace.textDocuments);
    this.own(workspace.onDidOpenTextDocument((document) => this.refresh([document])));
    this.own(workspace.onDidChangeTextDocument(({ document }) => this.schedule(document)));
    this.own(workspace.onDidCloseTextDocument((document) => this.close(document)));
    // What the audit says of a notebook's file, the cells of the open notebook say themselves.
    this.own(workspace.onDidOpenNotebookDocument(({ uri }) => parts.problems.setLive(uri, [], false)));
    this.own(workspace.onDidCloseNotebookDocument(({ uri }) => parts.problems.clearLive(uri)));
    this.own(workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => parts.problems.forget(uri))));
    this.own(
      workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => parts.problems.forget(oldUri))),
    );
    this.own(
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        if (opened.length + closed.length > 0) refreshAll();
      }),
    );
    this.own(window.onDidChangeVisibleTextEditors(refreshAll));
    this.own(parts.projects.onDidChange(refreshAll));
    this.own(parts.audits.onDidChange(refreshAll));
    this.own(parts.hub.onDidChange(refreshAll));
    this.own(onSettingsChanged(refreshAll));
    refreshAll();
  }

  override dispose(): void {
    for (const pending of this.pending.values()) pending.dispose();
    super.dispose();
  }

  private schedule(document: vscode.TextDocument): void {
    let pending = this.pending.get(document);
    if (pending === undefined) this.pending.set(document, (pending = new Debouncer(TYPING_PAUSE_MS)));
    // A constant of one cell may be used in another.
    pending.run(() =>
      this.refresh(
        notebookOf(document)
          ?.getCells()
          .map((cell) => cell.document) ?? [document],
      ),
    );
  }

  private close(document: vscode.TextDocument): void {
    this.pending.get(document)?.dispose();
    this.pending.delete(document);
    if (!isPolicyFile(document.uri)) this.parts.problems.clearLive(document.uri);
  }

  /** A policy file's own problems are shown whether it is open or not, by another room. */
  private refresh(documents: readonly vscode.TextDocument[]): void {
    const isShown = shownDocuments();
    for (const document of documents.filter(
      (candidate) => isEditable(candidate) && !isPolicyFile(candidate.uri),
    )) {
      if (isShown(document))
        this.parts.log.watch(this.publish(document), `problems of ${document.uri.toString()}`);
      else this.close(document);
    }
  }

  private async publish(document: vscode.TextDocument): Promise<void> {
    const { analyses, problems } = this.parts;
    if (!readSettings(document).diagnostics) return problems.clearLive(document.uri);
    const { version } = document;
    const result = await analyses.of(document);
    // An answer about a text that is gone by now says nothing; the change or close that replaced it asks again.
    if (document.isClosed || document.version !== version || !shownDocuments()(document)) return;
    problems.setLive(
      document.uri,
      isAnalyzed(result) ? diagnosticsOf(result, document.uri) : [],
      !document.isDirty,
    );
  }
}

function diagnosticsOf(
  { findings, analysis: { lines }, project }: DocumentAnalysis,
  uri: vscode.Uri,
): vscode.Diagnostic[] {
  return findings.slice(0, MAX_PROBLEMS).map((finding) =>
    toDiagnostic(
      finding,
      rangeIn(lines, finding.range),
      locationInPolicy(finding, project.policy),
      relatedPlaces(
        uri,
        (finding.related ?? []).map(({ range, name }) => ({ ...lines.spanOf(range), name })),
      ),
    ),
  );
}
