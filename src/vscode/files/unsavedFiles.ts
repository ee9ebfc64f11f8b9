import * as vscode from 'vscode';
import type { FileSource } from '../../core';

/** The files of a folder as the person sees them: where an editor holds changes that are not saved, those. */
export function withUnsaved(files: FileSource, root: vscode.Uri): FileSource {
  const unsaved = new Map(
    vscode.workspace.textDocuments
      .filter(({ isDirty, uri }) => isDirty && uri.scheme === root.scheme)
      .map((document) => [document.uri.toString(), document]),
  );
  if (unsaved.size === 0) return files;
  const read = async (path: string): Promise<Uint8Array> => {
    const document = unsaved.get(vscode.Uri.joinPath(root, path).toString());
    return document === undefined ? files.read(path) : new TextEncoder().encode(document.getText());
  };
  return {
    ...files,
    list: (folder) => files.list(folder),
    read,
    readRange: (path, start, end) => files.readRange(path, start, end),
  };
}
