import * as vscode from 'vscode';
import type { Analysis } from '../core/engine';
import { message, type Message } from '../core/message';
import { contentSkip } from '../core/audit/contentRules';
import { pathGlobs } from '../core/audit/globs';
import { fileSkip, folderSkip } from '../core/audit/pathRules';
import { skipMessage, type SkipReason } from '../core/audit/skipReasons';
import type { EngineHost } from './engineHost';
import type { Project, Projects } from './project/projects';
import { isPolicyFile } from './project/policyFiles';
import { NOTEBOOK_CELL } from './schemes';

/** A document that is larger is not looked at while it is edited; the audit reads larger ones. */
const MAX_CHARACTERS = 2_000_000;

export interface DocumentAnalysis {
  readonly analysis: Analysis;
  readonly project: Project;
  /** Why the document's findings are not shown as problems, as the audit leaves such a file out; hovers still answer. */
  readonly leftOut: Message | undefined;
}

/** Why a document was not analysed at all. */
export interface NotAnalyzed {
  readonly leftOut: Message;
}

interface Entry {
  readonly version: number;
  readonly project: Project;
  readonly result: DocumentAnalysis | NotAnalyzed;
}

/** One analysis per version of a document and policy, shared by hover, problems, fixes and hints. */
export class Analyses {
  private readonly entries = new WeakMap<vscode.TextDocument, Entry>();

  constructor(private readonly host: EngineHost, private readonly projects: Projects) {}

  async of(document: vscode.TextDocument): Promise<DocumentAnalysis | NotAnalyzed> {
    const [engine, project] = await Promise.all([this.host.engine(), this.projects.of(document.uri)]);
    const { version } = document;
    const known = this.entries.get(document);
    if (known?.version === version && known.project === project) return known.result;
    const text = document.getText();
    const path = pathOf(document);
    const result = text.length > MAX_CHARACTERS
      ? { leftOut: message('larger than {0} million characters', MAX_CHARACTERS / 1e6) }
      : {
        analysis: engine.analyze({ path, text, languageId: document.languageId }, project.context),
        project,
        leftOut: leftOut(document, path, project),
      };
    this.entries.set(document, { version, project, result });
    return result;
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
function leftOut(document: vscode.TextDocument, path: string, project: Project): Message | undefined {
  const reason = isPolicyFile(document.uri) ? 'policy-file'
    : folderReason(path) ?? policyReason(document.uri, project) ?? fileSkip(path) ?? contentSkip(path, document.getText());
  return reason === undefined ? undefined : skipMessage(reason);
}

function folderReason(path: string): SkipReason | undefined {
  return path.split('/').slice(0, -1).map(folderSkip).find((reason) => reason !== undefined);
}

function policyReason(uri: vscode.Uri, { policy }: Project): SkipReason | undefined {
  if (policy?.policy === undefined || policy.policy.ignorePaths.length === 0) return undefined;
  const base = vscode.Uri.joinPath(policy.uri, '..').path;
  return pathGlobs(policy.policy.ignorePaths)(uri.path.slice(base.length + 1)) ? 'policy' : undefined;
}
