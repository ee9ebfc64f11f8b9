import * as vscode from 'vscode';
import { Owner } from '../disposables';

/**
 * The one collection in the Problems panel, in two layers: what the audit found, and over it what open documents say now.
 * Once there was an audit, what was last seen of a document's saved text stays when the document closes.
 */
export class Problems extends Owner {
  private readonly collection = this.own(vscode.languages.createDiagnosticCollection('model-license-lens'));
  private readonly live = new Map<string, readonly vscode.Diagnostic[]>();
  private audited: Map<string, readonly vscode.Diagnostic[]> | undefined;
  private watchesFiles = false;

  /** @param saved whether the text is the file's, or one that may still be thrown away. */
  setLive(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[], saved: boolean): void {
    const key = uri.toString();
    this.live.set(key, diagnostics);
    if (saved && vscode.workspace.getWorkspaceFolder(uri) !== undefined) this.audited?.set(key, diagnostics);
    this.collection.set(uri, diagnostics);
  }

  clearLive(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.live.delete(key)) this.collection.set(uri, this.audited?.get(key));
  }

  /** A file that is gone keeps nothing, nor does anything in a folder that is gone. */
  forget(gone: vscode.Uri): void {
    for (const key of this.keysBelow(gone)) {
      this.live.delete(key);
      this.audited?.delete(key);
      this.collection.delete(vscode.Uri.parse(key));
    }
  }

  setAudited(found: readonly (readonly [vscode.Uri, readonly vscode.Diagnostic[]])[]): void {
    this.clearAudited();
    this.watchFiles();
    this.audited = new Map(found.map(([uri, diagnostics]) => [uri.toString(), diagnostics]));
    this.collection.set(
      found
        .filter(([uri]) => !this.live.has(uri.toString()))
        .map(([uri, diagnostics]): [vscode.Uri, readonly vscode.Diagnostic[]] => [uri, diagnostics]),
    );
  }

  /**
   * Files go without the editor too: by another program, or another branch. What an open document says of its text stays. Nothing is
   * watched before the first audit.
   */
  private watchFiles(): void {
    if (this.watchesFiles) return;
    this.watchesFiles = true;
    const watcher = this.own(vscode.workspace.createFileSystemWatcher('**', true, true, false));
    this.own(watcher.onDidDelete((gone) => this.forgetAudited(gone)));
  }

  private forgetAudited(gone: vscode.Uri): void {
    for (const key of this.keysBelow(gone)) {
      this.audited?.delete(key);
      if (!this.live.has(key)) this.collection.delete(vscode.Uri.parse(key));
    }
  }

  /** The files with problems that are, or lie in, what is gone. */
  private keysBelow(gone: vscode.Uri): readonly string[] {
    const prefix = `${gone.toString()}/`;
    return [...this.live.keys(), ...(this.audited?.keys() ?? [])].filter(
      (key) => key === gone.toString() || key.startsWith(prefix),
    );
  }

  clearAudited(): void {
    const gone = [...(this.audited?.keys() ?? [])].filter((key) => !this.live.has(key));
    this.audited = undefined;
    this.collection.set(gone.map((key): [vscode.Uri, undefined] => [vscode.Uri.parse(key), undefined]));
  }
}
