import * as vscode from 'vscode';
import {
  failureText,
  type LoadedPolicy,
  loadPolicy,
  message,
  type PolicyFileText,
  refusedPolicy,
} from '../../core';
import { currentText } from '../files/documentText';
import { describeFailure } from '../log';

/** A policy file as it reads now. */
export interface PolicyReadout extends LoadedPolicy {
  readonly text: string;
}

/** `undefined` when there is no such file. One that is there but cannot be read is broken, for it may forbid something. */
export async function readPolicyFile(uri: vscode.Uri, root: vscode.Uri): Promise<PolicyReadout | undefined> {
  const path = pathIn(root, uri);
  const kind = await kindOf(uri);
  // The text of a file that was deleted can live on in an editor; it is nobody's policy any more.
  if (kind === 'missing') return undefined;
  if (kind !== 'file') return { text: '', ...refusedPolicy(failureText(kind, path)) };
  try {
    const text = await currentText(uri);
    return { text, ...(await loadPolicy(path, text, (wanted) => readBase(root, wanted))) };
  } catch (failure) {
    return {
      text: '',
      ...refusedPolicy(message('The policy file could not be read: {0}', describeFailure(failure))),
    };
  }
}

/** A policy that another one builds on. */
async function readBase(root: vscode.Uri, path: string): Promise<PolicyFileText> {
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    if ((await kindOf(vscode.Uri.joinPath(root, path.slice(0, end)))) === 'link') return { failure: 'link' };
  }
  const uri = vscode.Uri.joinPath(root, path);
  const kind = await kindOf(uri);
  if (kind !== 'file') return { failure: kind };
  try {
    return { text: await currentText(uri) };
  } catch {
    return { failure: 'unreadable' };
  }
}

async function kindOf(uri: vscode.Uri): Promise<'file' | 'link' | 'missing' | 'unreadable'> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.SymbolicLink) !== 0) return 'link';
    return type === vscode.FileType.File ? 'file' : 'unreadable';
  } catch {
    return 'missing';
  }
}

/** Relative to the workspace folder, with `/`. */
function pathIn(root: vscode.Uri, uri: vscode.Uri): string {
  return uri.path.slice(root.path.endsWith('/') ? root.path.length : root.path.length + 1);
}
