import * as vscode from 'vscode';
import {
  type Catalog,
  collectConfigValues,
  ConfigValues,
  isConfiguration,
  ProjectLicenses,
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
}

/** Whether other documents depend on what a file says. */
export function saysFacts(path: string): boolean {
  return statesLicense(path) || isConfiguration(path);
}

/** Reads the files that say something for a folder, each folder once until it is told to forget. */
export class FolderReader {
  private readonly read = new Map<string, Promise<readonly TextFile[]>>();

  forget(): void {
    this.read.clear();
  }

  async factsFor(document: vscode.Uri, root: vscode.Uri, catalog: Catalog): Promise<FolderFacts> {
    const files = (
      await Promise.all([...foldersUpTo(root, document)].map((folder) => this.filesIn(folder)))
    ).flat();
    const licenses = new ProjectLicenses(catalog);
    const config = new ConfigValues();
    for (const { path, text } of files) {
      if (statesLicense(path)) licenses.add(path, text);
      config.add(path, collectConfigValues(text, path));
    }
    return { license: licenses.of(document.path), configValues: config.of(document.path) };
  }

  private filesIn(folder: vscode.Uri): Promise<readonly TextFile[]> {
    const key = folder.toString();
    let files = this.read.get(key);
    if (files === undefined) this.read.set(key, (files = readFiles(folder)));
    return files;
  }
}

interface TextFile {
  readonly path: string;
  readonly text: string;
}

async function readFiles(folder: vscode.Uri): Promise<readonly TextFile[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const telling = entries
      .filter(([name, type]) => type === vscode.FileType.File && saysFacts(name))
      .slice(0, MAX_FILES);
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
