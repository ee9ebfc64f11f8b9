import * as vscode from 'vscode';
import {
  failureText,
  type FolderAbove,
  type FoundPolicy,
  type LoadedPolicy,
  loadPolicy,
  MISNAMED_POLICIES,
  policyAbove,
  type PolicyPlaces,
  readPolicies,
  refusedPolicy,
} from '../../core';
import { currentBytes, exists } from '../files/documentText';
import { kindOf } from '../files/fileKind';
import { decode } from '../platform';

/** A policy file as it reads now. */
export interface PolicyReadout extends LoadedPolicy {
  /** Relative to the workspace folder, with `/`; it begins with `..` where the file lies above. */
  readonly path: string;
  readonly text: string;
}

/** `undefined` when there is no such file. One that is there but cannot be read is broken, for it may forbid something. */
export async function readPolicyFile(uri: vscode.Uri, root: vscode.Uri): Promise<PolicyReadout | undefined> {
  const path = pathIn(root, uri);
  const read = readPolicies(policyPlaces(root), decode);
  const found = await read(path);
  if ('text' in found) return readout({ path, text: found.text, read });
  // The text of a file that was deleted can live on in an editor; it is nobody's policy any more.
  return found.failure === 'missing' ? undefined : readout({ path, failure: found.failure });
}

/** The nearest policy of the folders above a workspace folder. */
export async function readPolicyAbove(above: readonly FolderAbove[]): Promise<PolicyReadout | undefined> {
  const found = await policyAbove(above, decode);
  return found && readout(found);
}

async function readout(found: FoundPolicy): Promise<PolicyReadout> {
  const { path } = found;
  if ('failure' in found) return { path, text: '', ...refusedPolicy(failureText(found.failure, path)) };
  const { text, down, read = () => Promise.resolve({ failure: 'missing' as const }) } = found;
  return { path, text, ...(await loadPolicy(path, text, read, down)) };
}

/**
 * The folders above a workspace folder in the git work tree that it lies in, the nearest first: those whose policies the command line
 * would heed too. None where there is no work tree.
 */
export async function foldersAbove(root: vscode.Uri): Promise<readonly FolderAbove[]> {
  const folders: FolderAbove[] = [];
  const names = root.path.split('/').filter((name) => name !== '');
  for (let up = 0; up <= names.length; up++) {
    const folder = vscode.Uri.joinPath(root, ...Array.from({ length: up }, () => '..'));
    if (up > 0)
      folders.push({
        up: Array.from({ length: up }, () => '..').join('/'),
        down: names.slice(-up).join('/'),
        places: policyPlaces(folder),
      });
    if (await exists(vscode.Uri.joinPath(folder, '.git'))) return folders;
  }
  return [];
}

/** The files of a folder that are named almost like a policy. */
export async function misnamedPolicies(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const files = MISNAMED_POLICIES.map((name) => vscode.Uri.joinPath(folder, name));
  const there = await Promise.all(files.map(exists));
  return files.filter((_, index) => there[index]);
}

/** The paths of a folder in whichever file system, as a person sees them: changes in an editor that are not saved count. */
function policyPlaces(folder: vscode.Uri): PolicyPlaces {
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(folder, path);
  return {
    async kindOf(path) {
      try {
        return kindOf((await vscode.workspace.fs.stat(at(path))).type);
      } catch (failure) {
        if (failure instanceof vscode.FileSystemError && failure.code === 'FileNotFound') return undefined;
        throw failure;
      }
    },
    read: (path) => currentBytes(at(path)),
  };
}

/** Relative to the workspace folder, with `/`. */
function pathIn(root: vscode.Uri, uri: vscode.Uri): string {
  return uri.path.slice(root.path.endsWith('/') ? root.path.length : root.path.length + 1);
}
