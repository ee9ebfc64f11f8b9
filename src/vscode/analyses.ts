import * as vscode from 'vscode';
import {
  type Analysis,
  carryFindings,
  detectionContext,
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
import { Owner } from './disposables';
import type { EngineHost } from './engineHost';
import type { Host } from './host';
import { LongTexts } from './longTexts';
import { cellText, notebookOf } from './notebookText';
import { findingsAboutLock, isLockFile } from './project/lockFiles';
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
  readonly result: Promise<DocumentAnalysis | NotAnalyzed>;
}

interface Subject {
  readonly document: vscode.TextDocument;
  readonly cell: CellText | undefined;
  readonly project: Project;
}

export interface AnalysesParts {
  readonly engineHost: EngineHost;
  readonly host: Host;
  readonly projects: Projects;
  readonly audits: Audits;
}

/** One analysis per version of a document and policy, shared by hover, problems, fixes and hints. */
export class Analyses extends Owner {
  private readonly entries = new WeakMap<vscode.TextDocument, Entry>();
  private readonly longTexts: LongTexts;

  constructor(private readonly parts: AnalysesParts) {
    super();
    this.longTexts = this.own(new LongTexts(parts.engineHost, parts.host));
  }

  /** Of the document as it is when the promise resolves. */
  async of(document: vscode.TextDocument): Promise<DocumentAnalysis | NotAnalyzed> {
    const { engineHost, projects, audits } = this.parts;
    const [engine, project] = await Promise.all([engineHost.engine(), projects.of(document.uri)]);
    const keyNow = (): readonly unknown[] => [
      document.version,
      notebookOf(document)?.version,
      project,
      audits.last,
      engine.claims?.version,
    ];
    const key = keyNow();
    const isKey = (other: readonly unknown[]): boolean => other.every((part, at) => part === key[at]);
    const known = this.entries.get(document);
    const isKnown = known !== undefined && isKey(known.key);
    const result = isKnown
      ? known.result
      : this.analyze({ document, cell: cellText(document), project }, engine);
    if (!isKnown) this.entries.set(document, { key, result });
    const analysis = await result;
    return isKey(keyNow()) ? analysis : this.of(document);
  }

  private async analyze(
    { document, cell, project }: Subject,
    engine: Engine,
  ): Promise<DocumentAnalysis | NotAnalyzed> {
    const shown = document.getText();
    const text = cell?.text ?? shown;
    if (text.length > MAX_CHARACTERS)
      return { leftOut: message('larger than {0} million characters', MAX_CHARACTERS / 1e6) };
    const path = pathOf(document);
    const source = { path, text, languageId: document.languageId };
    const detection = await this.longTexts.detect(engine, source, detectionContext(project.context));
    const inLight = await this.parts.projects.inLightOf(detection, { path, project });
    const whole = engine.judgeDetected(source, detection, inLight);
    const analysis = cell === undefined ? whole : withinCell(whole, cell);
    const context = engine.evaluation(project.context);
    const { last } = this.parts.audits;
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
    // The audit's reasons, but for `.gitignore`: who opens an ignored `.env` wants to know.
    const reason = policyReason(document.uri, project) ?? documentSkip(path, shown);
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

function policyReason(uri: vscode.Uri, { policy }: Project): SkipReason | undefined {
  if (policy?.policy === undefined || policy.policy.ignorePaths.length === 0) return undefined;
  const base = vscode.Uri.joinPath(policy.uri, '..').path;
  return pathGlobs(policy.policy.ignorePaths)(uri.path.slice(base.length + 1)) ? 'policy' : undefined;
}
