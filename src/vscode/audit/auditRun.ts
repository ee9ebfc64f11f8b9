import * as vscode from 'vscode';
import { auditEntries, type AuditEntry, type AuditResult, type Finding, type Located } from '../../core';
import type { CatalogInForce } from '../catalog/catalogs';

/** A finished or canceled audit, with the folders that its places refer to. */
export class AuditRun {
  readonly entries: readonly AuditEntry[];
  private byFile: ReadonlyMap<string, readonly Finding[]> | undefined;

  constructor(
    readonly result: AuditResult,
    readonly folders: readonly vscode.WorkspaceFolder[],
    readonly inForce: CatalogInForce,
  ) {
    this.entries = auditEntries(result);
  }

  /** The file of a place. */
  uriOf({ folder, path }: Located): vscode.Uri {
    const root = this.folders[folder];
    if (root === undefined) throw new RangeError(`no folder ${folder} of ${this.folders.length}`);
    const isNamed = this.folders.length > 1 && !path.startsWith('../');
    return vscode.Uri.joinPath(root.uri, isNamed ? path.slice(root.name.length + 1) : path);
  }

  findingsIn(uri: vscode.Uri): readonly Finding[] {
    this.byFile ??= this.index();
    return this.byFile.get(uri.toString()) ?? [];
  }

  private index(): ReadonlyMap<string, readonly Finding[]> {
    const files = new Map<string, Finding[]>();
    for (const located of this.result.findings) {
      const key = this.uriOf(located).toString();
      const file = files.get(key);
      if (file === undefined) files.set(key, [located.finding]);
      else file.push(located.finding);
    }
    return files;
  }
}
