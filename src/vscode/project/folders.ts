import * as vscode from 'vscode';

/** The folder a document belongs to; a document that is not saved yet belongs to the first. */
export function workspaceFolderOf(uri: vscode.Uri): vscode.WorkspaceFolder | undefined {
  if (uri.scheme === 'untitled') return vscode.workspace.workspaceFolders?.[0];
  return vscode.workspace.getWorkspaceFolder(inFileSystem(uri));
}

/** The folders from a document's own up to its workspace folder, both included. */
export function* foldersUpTo(root: vscode.Uri, document: vscode.Uri): Generator<vscode.Uri> {
  if (document.scheme === 'untitled') return yield root;
  let folder = vscode.Uri.joinPath(root.with({ path: document.path }), '..');
  while (folder.path.length > root.path.length) {
    yield folder;
    folder = vscode.Uri.joinPath(folder, '..');
  }
  yield root;
}

/** Where the file of a notebook cell or of an older version of a file lies: in a file system that a workspace folder can have. */
function inFileSystem(uri: vscode.Uri): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find((candidate) => isInside(candidate.uri, uri.path));
  return folder === undefined ? uri : folder.uri.with({ path: uri.path });
}

function isInside({ path }: vscode.Uri, inner: string): boolean {
  return inner === path || inner.startsWith(path.endsWith('/') ? path : `${path}/`);
}
