import * as vscode from 'vscode';
import type { FileEntry, FileSource, GitReader } from '../../core';
import { kindOf } from './fileKind';

const MOST_WHOLE = 50_000_000;

/** A workspace folder of any file system: remote, virtual or in a browser. */
export function workspaceFiles(root: vscode.Uri): FileSource {
  const at = (path: string): vscode.Uri => (path === '' ? root : vscode.Uri.joinPath(root, path));
  const read = (path: string): Promise<Uint8Array> => Promise.resolve(vscode.workspace.fs.readFile(at(path)));
  return {
    git: gitReader(root),
    read,
    list: (folder) => list(at(folder), folder),
    readRange: async (path, start, end) => {
      // The editor's file systems have no way to read a part: of a large file none is read.
      if ((await sizeOf(at(path))) > MOST_WHOLE) throw new Error(`${path} is too large to be read whole`);
      return (await read(path)).subarray(start, end);
    },
  };
}

/** Git's own files, in the file system of the workspace folder. */
function gitReader(root: vscode.Uri): GitReader {
  return {
    above: root.path.split('/').filter((name) => name !== ''),
    async read(path, maxBytes) {
      const uri = /^(?:\/|[A-Za-z]:)/.test(path) ? root.with({ path }) : vscode.Uri.joinPath(root, path);
      const found = await statOf(uri);
      if (found === undefined || (found.type & vscode.FileType.File) === 0) return undefined;
      if (found.size > maxBytes) throw new Error(`${path} is too large`);
      return vscode.workspace.fs.readFile(uri);
    },
  };
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

async function list(uri: vscode.Uri, folder: string): Promise<readonly FileEntry[]> {
  const found = await vscode.workspace.fs.readDirectory(uri);
  const entries = await Promise.all(
    found.map(async ([name, type]): Promise<FileEntry> => {
      const kind = kindOf(type);
      const path = folder === '' ? name : `${folder}/${name}`;
      return { path, kind, size: kind === 'file' ? await sizeOf(vscode.Uri.joinPath(uri, name)) : 0 };
    }),
  );
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file that has gone since it was listed is found missing when it is read. */
async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}
