import * as vscode from 'vscode';

/**
 * Tells whether files changed since they were read, without reading them again. A watcher should say so, but on network drives and
 * under heavy load its word can come late or never.
 */
export class FileStamps {
  private readonly stamps = new Map<string, string>();

  /** Remembers files as they are now. Before they are read is best: then a change while reading counts as one. */
  async take(uris: readonly vscode.Uri[]): Promise<void> {
    await Promise.all(uris.map(async (uri) => this.stamps.set(uri.toString(), await stampOf(uri))));
  }

  /** Whether a file that was remembered is another now, came or went. */
  async areOutdated(): Promise<boolean> {
    const checks = [...this.stamps].map(
      async ([address, stamp]) => stamp !== (await stampOf(vscode.Uri.parse(address))),
    );
    return (await Promise.all(checks)).includes(true);
  }

  forget(): void {
    this.stamps.clear();
  }
}

const MISSING = 'missing';

async function stampOf(uri: vscode.Uri): Promise<string> {
  return vscode.workspace.fs.stat(uri).then(
    ({ mtime, size }) => `${mtime} ${size}`,
    () => MISSING,
  );
}
