import * as vscode from 'vscode';
import { type AuditFolder, readSurroundings } from '../../core';
import { folderFiles } from '../files/folderFiles';
import { hiddenGlobs } from '../files/globSettings';
import { withUnsaved } from '../files/unsavedFiles';
import type { Host } from '../host';
import { decode } from '../platform';
import { foldersAbove } from '../project/policyReader';
import { readSettings } from '../settings';

/**
 * The workspace folders as the audit takes them, each with what governs it from above. A folder that lies in another one is read once,
 * as a folder of its own.
 */
export function auditFolders(
  folders: readonly vscode.WorkspaceFolder[],
  host: Host,
): Promise<readonly AuditFolder[]> {
  return Promise.all(
    folders.map(async ({ name, uri }) => ({
      name,
      source: withUnsaved(folderFiles(uri, host), uri),
      except: [...nestedFolders(uri, folders), ...excludedGlobs(uri)],
      ...(await readSurroundings(await foldersAbove(uri), decode)),
    })),
  );
}

function nestedFolders(
  { scheme, authority, path }: vscode.Uri,
  folders: readonly vscode.WorkspaceFolder[],
): string[] {
  return folders
    .filter(
      ({ uri }) => uri.scheme === scheme && uri.authority === authority && uri.path.startsWith(`${path}/`),
    )
    .map(({ uri }) => uri.path.slice(path.length + 1));
}

/** What the person has the editor hide or not search, and what the audit's own setting adds. */
function excludedGlobs(folder: vscode.Uri): string[] {
  const values = vscode.workspace.getConfiguration(undefined, folder);
  const { isTrusted } = vscode.workspace;
  return [
    ...hiddenGlobs(values.inspect('files.exclude'), isTrusted),
    ...hiddenGlobs(values.inspect('search.exclude'), isTrusted),
    ...readSettings(folder).auditExclude,
  ];
}
