import * as vscode from 'vscode';
import type { ClaimStore, ModelReference } from '../../core';
import { folderFiles } from '../files/folderFiles';
import type { Host } from '../host';
import { evidenceTools } from './evidence';

/** A name that more files have tells nothing about any of them. */
const MOST_FILES = 4;

/** Reads what the files of weights say that a text names, once for each name: their headers, and card and license beside them. */
export class NamedWeights {
  private readonly asked = new Set<string>();

  constructor(
    private readonly claims: ClaimStore,
    private readonly host: Host,
  ) {}

  forget(): void {
    this.asked.clear();
  }

  async read({ id, registry }: ModelReference, folder: vscode.WorkspaceFolder): Promise<void> {
    const key = `${folder.uri.toString()} ${id}`;
    if (registry !== 'local' || !/^[\w.+-]+\.\w+$/.test(id) || this.asked.has(key)) return;
    this.asked.add(key);
    const found = await vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, `**/${id}`),
      undefined,
      MOST_FILES,
    );
    const paths = found.map(({ path }) => path.slice(folder.uri.path.length + 1));
    const { readWeights } = await import('../../core/audit/weights');
    const { readGguf, ...tools } = await evidenceTools(this.host);
    await readWeights(
      new Map(paths.map((path) => [path, path])),
      folderFiles(folder.uri, this.host),
      { claims: this.claims, ...(readGguf && { readGguf }) },
      tools,
    );
  }
}
