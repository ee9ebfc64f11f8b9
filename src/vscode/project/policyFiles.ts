import * as vscode from 'vscode';
import { message } from '../../core/message';
import type { Policy, PolicyProblem, PolicyReading } from '../../core/policy/policy';
import { POLICY_FILE_NAME, readPolicy } from '../../core/policy/readPolicy';
import { LineIndex } from '../../core/text/lineIndex';
import { Debouncer } from '../debouncer';
import { Owner } from '../disposables';
import { currentText, exists, openText } from '../files/documentText';
import { describeFailure } from '../log';
import { foldersUpTo, workspaceFolderOf } from './folders';

/** One policy file and what of it is in force. */
export interface PolicyState {
  readonly uri: vscode.Uri;
  /** The policy as it reads now or, while the file is broken, as it last read; `undefined` when it has been broken from the start. */
  readonly policy: Policy | undefined;
  /** Of the text that the policy in force was read from. */
  readonly policyLines: LineIndex;
  readonly problems: readonly PolicyProblem[];
  /** Of the present text. */
  readonly problemLines: LineIndex;
  /** The file has an error: what is in force is an earlier policy, or none. */
  readonly broken: boolean;
}

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
  private readonly states = new Map<string, Promise<PolicyState | undefined>>();
  private readonly lastGood = new Map<string, { readonly policy: Policy; readonly lines: LineIndex }>();

  /** Fires when any policy file appeared, changed or went. */
  readonly onDidChange = this.changeEmitter.event;
  /** Fires when a policy file was read anew. */
  readonly onDidRead = this.readEmitter.event;
  /** Fires with the address of a policy file that is gone. */
  readonly onDidGo = this.goneEmitter.event;

  constructor() {
    super();
    const watcher = this.own(vscode.workspace.createFileSystemWatcher(`**/${POLICY_FILE_NAME}`));
    const changed = (): void => this.reset();
    this.own(watcher.onDidCreate(changed));
    this.own(watcher.onDidChange(changed));
    this.own(watcher.onDidDelete((uri) => {
      this.lastGood.delete(uri.toString());
      this.goneEmitter.fire(uri);
      this.reset();
    }));
    this.own(vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isPolicyFile(document.uri)) this.typing.run(changed);
    }));
    this.own(vscode.workspace.onDidCloseTextDocument((document) => {
      if (isPolicyFile(document.uri)) this.reset();
    }));
    this.own(vscode.workspace.onDidChangeWorkspaceFolders(changed));
  }

  /** The state of the policy file in the folder of a document, or in the nearest one above it inside its workspace folder. */
  async nearest(uri: vscode.Uri): Promise<PolicyState | undefined> {
    const root = workspaceFolderOf(uri);
    if (root === undefined) return undefined;
    for (const folder of foldersUpTo(root.uri, uri)) {
      const state = await this.inFolder(folder);
      if (state !== undefined) return state;
    }
    return undefined;
  }

  private inFolder(folder: vscode.Uri): Promise<PolicyState | undefined> {
    const key = folder.toString();
    let state = this.states.get(key);
    if (state === undefined) this.states.set(key, (state = this.read(vscode.Uri.joinPath(folder, POLICY_FILE_NAME))));
    return state;
  }

  private async read(uri: vscode.Uri): Promise<PolicyState | undefined> {
    const found = await readAt(uri);
    if (found === undefined) return undefined;
    const { policy, problems } = found.reading;
    const lines = new LineIndex(found.text);
    if (policy !== undefined) this.lastGood.set(uri.toString(), { policy, lines });
    const inForce = this.lastGood.get(uri.toString());
    const state = { uri, policy: inForce?.policy, policyLines: inForce?.lines ?? lines, problems, problemLines: lines, broken: policy === undefined };
    this.readEmitter.fire(state);
    return state;
  }

  private reset(): void {
    this.states.clear();
    this.changeEmitter.fire();
  }
}

export function isPolicyFile(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${POLICY_FILE_NAME}`);
}

interface PolicyText {
  readonly text: string;
  readonly reading: PolicyReading;
}

/** `undefined` when there is no such file; one that is there but cannot be read is broken, for it may forbid something. */
async function readAt(uri: vscode.Uri): Promise<PolicyText | undefined> {
  const path = vscode.workspace.asRelativePath(uri, false);
  if (openText(uri) === undefined && !(await exists(uri))) return undefined;
  try {
    const text = await currentText(uri);
    return { text, reading: readPolicy(text, path) };
  } catch (failure) {
    const problem = message('The policy file could not be read: {0}', describeFailure(failure));
    return { text: '', reading: { policy: undefined, problems: [{ severity: 'error', message: problem, range: { start: 0, end: 0 } }] } };
  }
}
