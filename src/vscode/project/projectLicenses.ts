import * as vscode from 'vscode';
import { ProjectLicenses, statesLicense } from '../../core/audit/projectLicense';
import type { Catalog } from '../../core/catalog/records';
import { foldersUpTo } from './folders';

/** Manifests are small; a larger file of such a name is something else. */
const MAX_BYTES = 1_000_000;

/** The licence of the project a document belongs to, from the manifests in its folder and those above, as the audit finds it. */
export class FolderLicenses {
  private readonly read = new Map<string, Promise<readonly (readonly [string, string])[]>>();

  clear(): void {
    this.read.clear();
  }

  async of(uri: vscode.Uri, root: vscode.Uri, catalog: Catalog): Promise<string | undefined> {
    const manifests = await Promise.all([...foldersUpTo(root, uri)].map((folder) => this.manifestsIn(folder)));
    const licenses = new ProjectLicenses(catalog);
    for (const [path, text] of manifests.flat()) licenses.add(path, text);
    return licenses.of(uri.path);
  }

  private manifestsIn(folder: vscode.Uri): Promise<readonly (readonly [string, string])[]> {
    const key = folder.toString();
    let manifests = this.read.get(key);
    if (manifests === undefined) this.read.set(key, (manifests = readManifests(folder)));
    return manifests;
  }
}

async function readManifests(folder: vscode.Uri): Promise<readonly (readonly [string, string])[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const files = entries.filter(([name, type]) => type === vscode.FileType.File && statesLicense(name));
    const texts = await Promise.all(files.map(([name]) => readManifest(vscode.Uri.joinPath(folder, name))));
    return texts.flat();
  } catch {
    return []; // A folder that cannot be listed states no licence, as in the audit.
  }
}

async function readManifest(uri: vscode.Uri): Promise<readonly (readonly [string, string])[]> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  return bytes.length > MAX_BYTES ? [] : [[uri.path, new TextDecoder().decode(bytes)]];
}
