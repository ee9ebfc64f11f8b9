import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Analysis,
  AskingFiles,
  detectionContext,
  documentSkip,
  type Engine,
  type Finding,
  folderOf,
  invalidPolicyFindings,
  KeptPromises,
  LineIndex,
  type Message,
  policyFindings,
  POLICY_FILE_NAME,
  type SourceText,
} from '../../core';
import type { OpenDocument } from '../../lsp/serve';
import { diskFiles } from '../../node/fileSource';
import { decode, pause, systemClock } from '../../node/host';
import { documentProject, type DocumentProject, pathIn, policyFromText } from '../../node/documentProject';

/** A document that is larger is not looked at while it is edited; the audit reads larger ones. */
const MAX_CHARACTERS = 2_000_000;

/** What is known of an open document. */
export interface JudgedDocument {
  /** Relative to the project's root. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly project: DocumentProject;
  /** What is wrong with the policy that would judge it: while there is anything, nothing may be judged. */
  readonly broken: readonly Message[];
  /** `undefined` for a policy file, and where nothing may be judged. */
  readonly analysis: Analysis | undefined;
  readonly findings: readonly Finding[];
}

/** Judges open documents by what an audit of their workspace folder would judge them by, each version once. */
export class Documents {
  private roots: readonly string[] = [];
  private readonly projects = new KeptPromises<DocumentProject>();
  /** By the root of documents. */
  private readonly asking = new Map<string, AskingFiles>();
  private readonly judged = new Map<
    string,
    { readonly version: number; readonly result: Promise<JudgedDocument | undefined> }
  >();

  /** @param fallback absolute: the root of documents that lie in it and in no folder of the client */
  constructor(
    private readonly engine: Engine,
    private readonly fallback: string,
  ) {}

  /** @param uris of folders; those of another scheme than `file` have no project to read */
  openFolders(uris: readonly string[]): void {
    // The innermost folder goes first, as it does in an editor.
    this.roots = uris.flatMap((uri) => fileOf(uri) ?? []).sort((a, b) => b.length - a.length);
    this.forget();
  }

  forget(): void {
    this.projects.clear();
    this.judged.clear();
    // They keep what they found in files that have not changed.
    for (const asking of this.asking.values()) asking.forget();
  }

  /** Forgets a document that was closed. */
  close(uri: string): void {
    this.judged.delete(uri);
  }

  /** `undefined` for what is no file of a folder tree, or is too large to be read while it is edited. */
  of(document: OpenDocument): Promise<JudgedDocument | undefined> {
    const known = this.judged.get(document.uri);
    if (known?.version === document.version) return known.result;
    const result = this.judge(document);
    this.judged.set(document.uri, { version: document.version, result });
    return result;
  }

  private async judge(document: OpenDocument): Promise<JudgedDocument | undefined> {
    const file = fileOf(document.uri);
    const text = document.getText();
    if (file === undefined || text.length > MAX_CHARACTERS) return undefined;
    const root =
      [...this.roots, this.fallback].find((one) => pathIn(one, file) !== undefined) ?? dirname(file);
    const path = pathIn(root, file);
    if (path === undefined) return undefined;
    const folder = folderOf(path);
    const project = await this.projects.of(join(root, folder), () =>
      documentProject(root, folder, this.engine),
    );
    const parts = { path, text, lines: new LineIndex(text), project, broken: [] };
    if (path === POLICY_FILE_NAME || path.endsWith(`/${POLICY_FILE_NAME}`))
      return { ...parts, analysis: undefined, findings: await this.aboutPolicy(root, path, text) };
    if (project.broken.length > 0)
      return { ...parts, broken: project.broken, analysis: undefined, findings: [] };
    // As in an audit the path tells the language: clients have names of their own for languages.
    const analysis = await this.analyze({ path, text }, project);
    const isLeftOut = project.leavesOut(path) || documentSkip(path, text) !== undefined;
    return { ...parts, analysis, findings: isLeftOut ? [] : analysis.findings };
  }

  private async analyze(source: SourceText, { root, context }: DocumentProject): Promise<Analysis> {
    const detectedBy = detectionContext(context);
    const detection = this.engine.detect(source, detectedBy);
    const askedHosts = await this.askingIn(root).askedFor(source.path, detection, detectedBy);
    return this.engine.judgeDetected(source, detection, { ...context, askedHosts });
  }

  private askingIn(root: string): AskingFiles {
    let asking = this.asking.get(root);
    if (asking === undefined) {
      const host = { engine: this.engine, decode, clock: systemClock, pause };
      this.asking.set(root, (asking = new AskingFiles(() => diskFiles(root), host)));
    }
    return asking;
  }

  /** Which exceptions nothing needs only an audit can tell. */
  private async aboutPolicy(root: string, path: string, text: string): Promise<readonly Finding[]> {
    const { policy, problems } = await policyFromText(root, path, text);
    return [
      ...invalidPolicyFindings(problems),
      ...(policy === undefined
        ? []
        : policyFindings(policy, { ...this.engine.evaluation({ policy }), used: undefined })),
    ];
  }
}

/** The absolute path of a `file:` address; `undefined` for any other. */
function fileOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The address of a path of a project, as clients spell it. */
export function addressOf({ root }: DocumentProject, path: string): string {
  return pathToFileURL(join(root, path)).href;
}
