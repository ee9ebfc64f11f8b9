import * as vscode from 'vscode';
import type { ProjectContext } from '../../core/engine';
import { statesLicense } from '../../core/audit/projectLicense';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import { workspaceFolderOf } from './folders';
import type { PolicyFiles, PolicyState } from './policyFiles';
import { FolderLicenses } from './projectLicenses';

/** What the workspace knows beside a document's text. */
export interface Project {
  /** The same object as long as nothing changed, so that it can be compared. */
  readonly context: ProjectContext;
  readonly policy: PolicyState | undefined;
  readonly folder: vscode.WorkspaceFolder | undefined;
}

/** The project of each document: the nearest policy and what the folder's files say for all of them. */
export class Projects extends Owner {
  private readonly changeEmitter = this.own(new vscode.EventEmitter<void>());
  private readonly licenses = new FolderLicenses();
  private readonly known = new Map<string, Project>();

  /** Fires when documents may have to be judged anew. */
  readonly onDidChange = this.changeEmitter.event;

  constructor(private readonly host: EngineHost, private readonly policies: PolicyFiles) {
    super();
    this.own(policies.onDidChange(() => this.reset()));
    this.own(vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (statesLicense(uri.path)) this.reset();
    }));
  }

  async of(uri: vscode.Uri): Promise<Project> {
    const folder = workspaceFolderOf(uri);
    const [policy, license] = await Promise.all([this.policies.nearest(uri), this.licenseOf(uri, folder)]);
    const key = [folder?.uri, policy?.uri, license].join(' ');
    const known = this.known.get(key);
    if (known !== undefined && known.policy === policy) return known;
    const context = { policy: policy?.policy, ...(license !== undefined && { projectLicense: license }) };
    const project: Project = { context, policy, folder };
    this.known.set(key, project);
    return project;
  }

  private async licenseOf(uri: vscode.Uri, folder: vscode.WorkspaceFolder | undefined): Promise<string | undefined> {
    if (folder === undefined) return undefined;
    const { catalog } = await this.host.engine();
    return this.licenses.of(uri, folder.uri, catalog);
  }

  private reset(): void {
    this.licenses.clear();
    this.known.clear();
    this.changeEmitter.fire();
  }
}
