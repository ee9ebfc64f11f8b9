import * as vscode from 'vscode';
import {
  type Catalog,
  ConfigValues,
  isSource,
  MAX_HEADERS,
  ProjectLicenses,
  saysSettings,
  type ServedNames,
  statesLicense,
} from '../../core';
import { foldersUpTo } from './folders';

/** Manifests and configuration are small; a larger file of such a name is something else. */
const MAX_BYTES = 500_000;
/** A folder with more of them is full of data. */
const MAX_FILES = 50;

/** What the files beside and above a document say for it, as the audit finds it. */
export interface FolderFacts {
  /** The license of the project that the document belongs to. */
  readonly license: string | undefined;
  /** What configuration calls the models that code reads by name. */
  readonly configValues: ReadonlyMap<string, string>;
  /** Names that servers of the project give to what they offer. */
  readonly servedNames: ServedNames;
}

/** Whether other documents depend on what a file says. */
export function saysFacts(path: string): boolean {
  return statesLicense(path) || saysSettings(path);
}

/** Reads the files that say something for a folder, each folder once until it is told to forget. */
export class FolderReader {
  private readonly read: FileCache = new Map();
  private readonly sources: FileCache = new Map();

  forget(): void {
    this.read.clear();
    this.sources.clear();
  }

  async factsFor(document: vscode.Uri, root: vscode.Uri, catalog: Catalog): Promise<FolderFacts> {
    const files = (
      await Promise.all([...foldersUpTo(root, document)].map((folder) => this.filesIn(folder)))
    ).flat();
    const licenses = new ProjectLicenses(catalog);
    const config = new ConfigValues();
    for (const { path, text } of files) {
      if (statesLicense(path)) licenses.add(path, text);
      if (saysSettings(path)) config.read(path, text);
    }
    const isUnstated = licenses.of(document.path) === undefined;
    if (isUnstated || config.mayMakeClients()) {
      const sources = await Promise.all(
        [...foldersUpTo(root, document)].map((folder) => this.sourcesIn(folder)),
      );
      for (const { path, text } of sources.flat()) {
        if (isUnstated) licenses.addSource(text);
        if (config.mayMakeClient(path)) config.readCode(path, text);
      }
    }
    return {
      license: licenses.of(document.path),
      configValues: config.of(document.path),
      servedNames: config.served(document.path),
    };
  }

  private filesIn(folder: vscode.Uri): Promise<readonly TextFile[]> {
    return inCache(this.read, folder, () => readFiles(folder, saysFacts, MAX_FILES));
  }

  /** Sources beside and above a document: they may state the license in their headers, and make clients. */
  private sourcesIn(folder: vscode.Uri): Promise<readonly TextFile[]> {
    return inCache(this.sources, folder, () => readFiles(folder, isSource, MAX_HEADERS));
  }
}

interface TextFile {
  readonly path: string;
  readonly text: string;
}

type FileCache = Map<string, Promise<readonly TextFile[]>>;

function inCache(
  cache: FileCache,
  folder: vscode.Uri,
  read: () => Promise<readonly TextFile[]>,
): Promise<readonly TextFile[]> {
  const key = folder.toString();
  let files = cache.get(key);
  if (files === undefined) cache.set(key, (files = read()));
  return files;
}

async function readFiles(
  folder: vscode.Uri,
  isWanted: (name: string) => boolean,
  most: number,
): Promise<readonly TextFile[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const telling = entries
      .filter(([name, type]) => type === vscode.FileType.File && isWanted(name))
      .slice(0, most);
    return (await Promise.all(telling.map(([name]) => readFile(vscode.Uri.joinPath(folder, name))))).flat();
  } catch {
    return []; // A folder that cannot be listed says nothing, as in the audit.
  }
}

async function readFile(uri: vscode.Uri): Promise<readonly TextFile[]> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > MAX_BYTES
      ? []
      : [{ path: uri.path, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) }];
  } catch {
    return []; // It went between being listed and being read.
  }
}
