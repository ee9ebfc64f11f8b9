import * as vscode from 'vscode';
import {
  type Analysis,
  carryFindings,
  documentSkip,
  type Engine,
  type Finding,
  message,
  type Message,
  pathGlobs,
  skipMessage,
  type SkipReason,
  withDuties,
} from '../core';
import type { Audits } from './audit/audits';
import { withinCell, type CellText } from './cellAnalysis';
import type { EngineHost } from './engineHost';
import { findingsAboutLock, isLockFile } from './project/lockFiles';
import { cellText } from './notebookText';
import { isPolicyFile } from './project/policyFiles';
import { findingsAboutPolicy } from './project/policyFindings';
import type { Project, Projects } from './project/projects';
import { NOTEBOOK_CELL } from './schemes';

/** A document that is larger is not looked at while it is edited; the audit reads larger ones. */
const MAX_CHARACTERS = 2_000_000;

export interface DocumentAnalysis {
  readonly analysis: Analysis;
  readonly project: Project;
  /** What the text alone shows, and what the last audit found of it in the light of the whole workspace. */
  readonly findings: readonly Finding[];
  /** Why nothing is said against the document: the audit leaves such a file out. Hovers still answer. */
  readonly leftOut: Message | undefined;
}

/** Why a document was not analyzed at all. */
export interface NotAnalyzed {
  readonly leftOut: Message;
}

interface Entry {
  /** All that the result depends on. */
  readonly key: readonly unknown[];
  readonly result: DocumentAnalysis | NotAnalyzed;
}

interface Subject {
  readonly document: vscode.TextDocument;
  readonly cell: CellText | undefined;
  readonly project: Project;
}

/** One analysis per version of a document and policy, shared by hover, problems, fixes and hints. */
export class Analyses {
  private readonly entries = new WeakMap<vscode.TextDocument, Entry>();

  constructor(
    private readonly host: EngineHost,
    private readonly projects: Projects,
    private readonly audits: Audits,
  ) {}

  async of(document: vscode.TextDocument): Promise<DocumentAnalysis | NotAnalyzed> {
    const [engine, project] = await Promise.all([this.host.engine(), this.projects.of(document.uri)]);
    const cell = cellText(document);
    const key = [document.version, cell?.version, project, this.audits.last, engine.claims?.version];
    const known = this.entries.get(document);
    if (known?.key.every((part, index) => part === key[index]) === true) return known.result;
    const result = this.analyze({ document, cell, project }, engine);
    this.entries.set(document, { key, result });
    return result;
  }

  private analyze({ document, cell, project }: Subject, engine: Engine): DocumentAnalysis | NotAnalyzed {
    const text = cell?.text ?? document.getText();
    if (text.length > MAX_CHARACTERS)
      return { leftOut: message('larger than {0} million characters', MAX_CHARACTERS / 1e6) };
    const path = pathOf(document);
    const whole = engine.analyze({ path, text, languageId: document.languageId }, project.context);
    const analysis = cell === undefined ? whole : withinCell(whole, cell);
    const context = engine.evaluation(project.context);
    const { last } = this.audits;
    if (isPolicyFile(document.uri))
      return {
        analysis,
        project,
        findings: findingsAboutPolicy(project.policy, context, last),
        leftOut: undefined,
      };
    if (isLockFile(document.uri))
      return {
        analysis,
        project,
        findings: findingsAboutLock(document, context.policy, last),
        leftOut: undefined,
      };
    const reason = reasonToLeaveOut(document, path, project);
    if (reason !== undefined) return { analysis, project, findings: [], leftOut: skipMessage(reason) };
    const carried = last === undefined ? [] : carryFindings(last.findingsIn(document.uri), analysis, context);
    return { analysis, project, findings: withDuties(analysis.findings, carried), leftOut: undefined };
  }
}

export function isAnalyzed(result: DocumentAnalysis | NotAnalyzed): result is DocumentAnalysis {
  return 'analysis' in result;
}

/** Relative to its workspace folder where it has one. A cell is named by its notebook, but is a text of its own. */
export function pathOf({ uri }: vscode.TextDocument): string {
  const path = vscode.workspace.asRelativePath(uri.with({ fragment: '' }), false);
  return uri.scheme === NOTEBOOK_CELL ? `${path}#${uri.fragment}` : path;
}

/** The audit's reasons, but for `.gitignore`: who opens an ignored `.env` wants to know. */
function reasonToLeaveOut(
  document: vscode.TextDocument,
  path: string,
  project: Project,
): SkipReason | undefined {
  return policyReason(document.uri, project) ?? documentSkip(path, document.getText());
}

function policyReason(uri: vscode.Uri, { policy }: Project): SkipReason | undefined {
  if (policy?.policy === undefined || policy.policy.ignorePaths.length === 0) return undefined;
  const base = vscode.Uri.joinPath(policy.uri, '..').path;
  return pathGlobs(policy.policy.ignorePaths)(uri.path.slice(base.length + 1)) ? 'policy' : undefined;
}
