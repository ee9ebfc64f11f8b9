import * as vscode from 'vscode';
import {
  AskingFiles,
  type Detection,
  detectionContext,
  type Engine,
  type FileSource,
  isSource,
  KeptPromises,
  type ProjectContext,
} from '../../core';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import { folderFiles } from '../files/folderFiles';
import { withUnsaved } from '../files/unsavedFiles';
import type { Host } from '../host';
import { decode, pause, systemClock } from '../platform';
import { FolderReader, saysFacts } from './folderFacts';
import { workspaceFolderOf } from './folders';
import type { PolicyFiles, PolicyState } from './policyFiles';

/** What the workspace knows beside a document's text. */
export interface Project {
  readonly context: ProjectContext;
  readonly policy: PolicyState | undefined;
  readonly folder: vscode.WorkspaceFolder | undefined;
}

/** The project of each document: the nearest policy and what the files beside and above it say. */
export class Projects extends Owner {
  private readonly changeEmitter = this.own(new vscode.EventEmitter<void>());
  private readonly reader = new FolderReader();
  /** By folder: documents of a folder share one object as long as nothing changes. */
  private readonly known = new KeptPromises<Project>();
  /** By the folder of the workspace. */
  private readonly asking = new Map<string, AskingFiles>();

  /** Fires when documents may have to be judged anew. */
  readonly onDidChange = this.changeEmitter.event;

  constructor(
    private readonly engineHost: EngineHost,
    private readonly host: Host,
    private readonly policies: PolicyFiles,
  ) {
    super();
    this.own(policies.onDidChange(() => this.reset()));
    this.own(
      engineHost.onDidReplace(() => {
        this.asking.clear();
        this.reset();
      }),
    );
    this.own(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (saysFacts(uri.path) || (isSource(uri.path) && this.forgetAsking())) this.reset();
      }),
    );
  }

  of(document: vscode.Uri): Promise<Project> {
    const key = vscode.Uri.joinPath(document, '..').toString();
    return this.known.of(key, () => this.read(document));
  }

  /**
   * The project of a document in the light of what it names: whom other files ask for it.
   * @param path of the document, relative to the folder
   */
  async inLightOf(
    detection: Detection,
    { path, project }: { readonly path: string; readonly project: Project },
  ): Promise<ProjectContext> {
    const { context, folder } = project;
    if (folder === undefined) return context;
    const engine = await this.engineHost.engine();
    const asking = this.askingIn(folder.uri, engine);
    return { ...context, askedHosts: await asking.askedFor(path, detection, detectionContext(context)) };
  }

  private askingIn(root: vscode.Uri, engine: Engine): AskingFiles {
    const key = root.toString();
    let asking = this.asking.get(key);
    if (asking === undefined) {
      const source = (): FileSource => withUnsaved(folderFiles(root, this.host), root);
      this.asking.set(key, (asking = new AskingFiles(source, { engine, decode, pause, clock: systemClock })));
    }
    return asking;
  }

  private forgetAsking(): boolean {
    return [...this.asking.values()].map((one) => one.forget()).includes(true);
  }

  private async read(document: vscode.Uri): Promise<Project> {
    const folder = workspaceFolderOf(document);
    if (folder === undefined) return { context: { policy: undefined }, policy: undefined, folder };
    const { catalog } = await this.engineHost.engine();
    const [policy, { license, configValues, servedNames }] = await Promise.all([
      this.policies.nearest(document),
      this.reader.factsFor(document, folder.uri, catalog),
    ]);
    return {
      context: {
        policy: policy?.policy,
        configValues,
        servedNames,
        ...(license !== undefined && { projectLicense: license }),
      },
      policy,
      folder,
    };
  }

  private reset(): void {
    this.reader.forget();
    this.forgetAsking();
    this.known.clear();
    this.changeEmitter.fire();
  }
}
