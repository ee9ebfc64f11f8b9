import * as vscode from 'vscode';
import {
  KeptPromises,
  LineIndex,
  MISNAMED_POLICIES,
  misnamedPolicyProblem,
  type Policy,
  POLICY_FILE_NAME,
  type PolicyProblem,
} from '../../core';
import { Debouncer } from '../debouncer';
import { Owner } from '../disposables';
import { exists } from '../files/documentText';
import { FileStamps } from '../files/fileStamps';
import { foldersUpTo, workspaceFolderOf } from './folders';
import {
  foldersAbove,
  misnamedPolicies,
  readPolicyAbove,
  readPolicyFile,
  type PolicyReadout,
} from './policyReader';

/** One policy file and what of it is in force. */
export interface PolicyState {
  readonly uri: vscode.Uri;
  /** The folder that paths in the policy and its findings are relative to. */
  readonly root: vscode.Uri;
  /** As it is now. */
  readonly text: string;
  readonly problems: readonly PolicyProblem[];
  /** Of {@link text}. */
  readonly lines: LineIndex;
  /** The policy as it reads now or, while the file is broken, as it last read; `undefined` when it has been broken from the start. */
  readonly policy: Policy | undefined;
  /** The texts that the policy in force was read from, by path: itself and what it builds on. */
  readonly sources: ReadonlyMap<string, string>;
  /** The file has an error: what is in force is an earlier policy, or none. */
  readonly broken: boolean;
}

type InForce = Pick<PolicyState, 'policy' | 'sources'>;

/** Of the files in a folder that something is told of. */
const TOLD_NAMES = [POLICY_FILE_NAME, ...MISNAMED_POLICIES];

/** A person who types is given this long to finish a word. */
const TYPING_PAUSE_MS = 250;

/**
 * The policy files of the workspace, each read when a document first asks for the nearest one. An open editor's text goes
 * before the file's, so that a change applies as it is typed.
 */
export class PolicyFiles extends Owner {
  private readonly changeEmitter = this.own(new vscode.EventEmitter<void>());
  private readonly readEmitter = this.own(new vscode.EventEmitter<PolicyState>());
  private readonly goneEmitter = this.own(new vscode.EventEmitter<vscode.Uri>());
  private readonly typing = this.own(new Debouncer(TYPING_PAUSE_MS));
  private readonly states = new KeptPromises<PolicyState | undefined>();
  private readonly lastGood = new Map<string, InForce>();
  /** The files that the last reading of a place told of, by the key of the place: a reading that no longer finds one tells that it is gone. */
  private readonly told = new Map<string, readonly vscode.Uri[]>();
  /** Grows with every change, so that a reading that began before one is known to be old. */
  private changes = 0;
  /** Policies that lie above a workspace folder or have other names, which those of the workspace build on. */
  private readonly bases = new Map<string, vscode.FileSystemWatcher>();
  /** Of every file that the states were read from. */
  private readonly stamps = new FileStamps();

  /** Fires when any policy file appeared, changed or went. */
  readonly onDidChange = this.changeEmitter.event;
  /** Fires when a policy file was read anew. */
  readonly onDidRead = this.readEmitter.event;
  /** Fires with the address of a policy file that is gone. */
  readonly onDidGo = this.goneEmitter.event;

  constructor() {
    super();
    for (const name of TOLD_NAMES) this.watchPolicies(`**/${name}`);
    const isPolicy = ({ uri }: vscode.TextDocument): boolean =>
      isPolicyFile(uri) || this.bases.has(uri.toString());
    this.own(
      // Without changes it tells that the text was saved or is to be saved, which decides where it is read; that can come later than the change.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isPolicy(document)) this.typing.run(() => this.reset());
      }),
    );
    this.own(
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (isPolicy(document)) this.reset();
      }),
    );
    this.own(vscode.workspace.onDidChangeWorkspaceFolders(() => this.reset()));
    this.own(vscode.window.onDidChangeActiveTextEditor(() => this.verify()));
    this.own(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.verify();
      }),
    );
  }

  /** Looks whether what was read is still what the files say, for the case that no watcher told of a change. */
  verify(): void {
    const { changes } = this;
    void this.stamps.areOutdated().then((outdated) => {
      if (outdated && changes === this.changes) this.reset();
    });
  }

  /**
   * The state of the policy file in the folder of a document, or in the nearest one above it: up to its workspace folder and, where that
   * lies in a git work tree, up to the root of this.
   */
  async nearest(uri: vscode.Uri): Promise<PolicyState | undefined> {
    const root = workspaceFolderOf(uri);
    if (root === undefined) return undefined;
    for (const folder of foldersUpTo(root.uri, uri)) {
      const state = await this.inFolder(folder, root.uri);
      if (state !== undefined) return state;
    }
    return this.above(root.uri);
  }

  private above(root: vscode.Uri): Promise<PolicyState | undefined> {
    const key = `above ${root.toString()}`;
    return this.states.of(key, () => this.readAbove(root, key));
  }

  private inFolder(folder: vscode.Uri, root: vscode.Uri): Promise<PolicyState | undefined> {
    const key = folder.toString();
    return this.states.of(key, () => this.read(folder, root, key));
  }

  private async read(folder: vscode.Uri, root: vscode.Uri, key: string): Promise<PolicyState | undefined> {
    const uri = vscode.Uri.joinPath(folder, POLICY_FILE_NAME);
    const { changes } = this;
    await this.stamps.take(TOLD_NAMES.map((name) => vscode.Uri.joinPath(folder, name)));
    const misnamed = await misnamedPolicies(folder);
    const found = await readPolicyFile(uri, root);
    if (found !== undefined) await this.watchBases(found, root);
    if (changes !== this.changes) return this.inFolder(folder, root);
    await this.tell(key, found === undefined ? misnamed : [...misnamed, uri]);
    for (const file of misnamed) this.readEmitter.fire(misnamedState(file, root));
    return this.stateOf(found, root);
  }

  private async readAbove(root: vscode.Uri, key: string): Promise<PolicyState | undefined> {
    const { changes } = this;
    const folders = await foldersAbove(root);
    const files = folders.map(({ up }) => `${up}/${POLICY_FILE_NAME}`);
    this.watchFiles(files, root);
    await this.stamps.take(files.map((path) => vscode.Uri.joinPath(root, path)));
    const found = await readPolicyAbove(folders);
    if (found !== undefined) await this.watchBases(found, root);
    if (changes !== this.changes) return this.above(root);
    await this.tell(key, found === undefined ? [] : [vscode.Uri.joinPath(root, found.path)]);
    return this.stateOf(found, root);
  }

  /** Tells of the files that an earlier reading of a place found and that are gone now, for the case that no watcher did. */
  private async tell(key: string, found: readonly vscode.Uri[]): Promise<void> {
    const before = this.told.get(key) ?? [];
    this.told.set(key, found);
    const now = new Set(found.map((uri) => uri.toString()));
    for (const uri of before) if (!now.has(uri.toString()) && !(await exists(uri))) this.gone(uri);
  }

  private gone(uri: vscode.Uri): void {
    this.lastGood.delete(uri.toString());
    this.goneEmitter.fire(uri);
  }

  private stateOf(found: PolicyReadout | undefined, root: vscode.Uri): PolicyState | undefined {
    if (found === undefined) return undefined;
    const { path, text, problems, policy, sources } = found;
    const uri = vscode.Uri.joinPath(root, path);
    if (policy !== undefined) this.lastGood.set(uri.toString(), { policy, sources });
    const inForce: InForce = this.lastGood.get(uri.toString()) ?? { policy: undefined, sources };
    const state = {
      uri,
      root,
      text,
      problems,
      lines: new LineIndex(text),
      ...inForce,
      broken: policy === undefined,
    };
    this.readEmitter.fire(state);
    return state;
  }

  private async watchBases({ sources }: PolicyReadout, root: vscode.Uri): Promise<void> {
    const paths = [...sources.keys()];
    this.watchFiles(
      paths.filter((path) => !path.endsWith(POLICY_FILE_NAME)),
      root,
    );
    await this.stamps.take(paths.slice(1).map((path) => vscode.Uri.joinPath(root, path)));
  }

  /** @param paths of files that no other watcher sees, relative to the workspace folder */
  private watchFiles(paths: readonly string[], root: vscode.Uri): void {
    for (const path of paths) {
      const key = vscode.Uri.joinPath(root, path).toString();
      if (this.bases.has(key)) continue;
      const folder = vscode.Uri.joinPath(root, path, '..');
      const name = path.slice(path.lastIndexOf('/') + 1);
      this.bases.set(key, this.watchPolicies(new vscode.RelativePattern(folder, name)));
    }
  }

  private watchPolicies(pattern: vscode.GlobPattern): vscode.FileSystemWatcher {
    const watcher = this.watch(pattern);
    this.own(watcher.onDidDelete((uri) => this.gone(uri)));
    return watcher;
  }

  private watch(pattern: vscode.GlobPattern): vscode.FileSystemWatcher {
    const watcher = this.own(vscode.workspace.createFileSystemWatcher(pattern));
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
      this.own(event(() => this.reset()));
    return watcher;
  }

  private reset(): void {
    this.changes++;
    this.states.clear();
    this.stamps.forget();
    this.changeEmitter.fire();
  }
}

/** A file that people take for a policy: it has a problem of its own, and is in force nowhere. */
function misnamedState(uri: vscode.Uri, root: vscode.Uri): PolicyState {
  return {
    uri,
    root,
    text: '',
    problems: [misnamedPolicyProblem(uri.path.slice(uri.path.lastIndexOf('/') + 1))],
    lines: new LineIndex(''),
    policy: undefined,
    sources: new Map(),
    broken: true,
  };
}

export function isPolicyFile(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${POLICY_FILE_NAME}`);
}
