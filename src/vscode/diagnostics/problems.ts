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
    const prefix = `${gone.toString()}/`;
    const lost = [...this.live.keys(), ...(this.audited?.keys() ?? [])].filter(
      (key) => key === gone.toString() || key.startsWith(prefix),
    );
    for (const key of lost) {
      this.live.delete(key);
      this.audited?.delete(key);
      this.collection.delete(vscode.Uri.parse(key));
    }
  }

  setAudited(found: readonly (readonly [vscode.Uri, readonly vscode.Diagnostic[]])[]): void {
    this.clearAudited();
    this.audited = new Map(found.map(([uri, diagnostics]) => [uri.toString(), diagnostics]));
    this.collection.set(
      found
        .filter(([uri]) => !this.live.has(uri.toString()))
        .map(([uri, diagnostics]): [vscode.Uri, readonly vscode.Diagnostic[]] => [uri, diagnostics]),
    );
  }

  clearAudited(): void {
    const gone = [...(this.audited?.keys() ?? [])].filter((key) => !this.live.has(key));
    this.audited = undefined;
    this.collection.set(gone.map((key): [vscode.Uri, undefined] => [vscode.Uri.parse(key), undefined]));
  }
}
