import * as vscode from 'vscode';
import { KeptPromises, type ProjectContext } from '../../core';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
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

  /** Fires when documents may have to be judged anew. */
  readonly onDidChange = this.changeEmitter.event;

  constructor(
    private readonly host: EngineHost,
    private readonly policies: PolicyFiles,
  ) {
    super();
    this.own(policies.onDidChange(() => this.reset()));
    this.own(host.onDidReplace(() => this.reset()));
    this.own(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (saysFacts(uri.path)) this.reset();
      }),
    );
  }

  of(document: vscode.Uri): Promise<Project> {
    const key = vscode.Uri.joinPath(document, '..').toString();
    return this.known.of(key, () => this.read(document));
  }

  private async read(document: vscode.Uri): Promise<Project> {
    const folder = workspaceFolderOf(document);
    if (folder === undefined) return { context: { policy: undefined }, policy: undefined, folder };
    const { catalog } = await this.host.engine();
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
    this.known.clear();
    this.changeEmitter.fire();
  }
}
