import type * as vscode from 'vscode';
import type { Host } from '../host';

type Files = Pick<vscode.FileSystem, 'writeFile' | 'rename' | 'delete'>;

/**
 * Writes a file whole or not at all, so that a full disk or a closed window leaves what was there before, and another window never
 * reads half of it. Rejects with the reason of the file system.
 * @param files the editor's; on a disk the host's own way goes before, which never leaves a moment without the file
 */
export async function writeWhole(
  uri: vscode.Uri,
  text: string,
  files: Files,
  { writeText }: Pick<Host, 'writeText'>,
): Promise<void> {
  if (uri.scheme === 'file' && writeText !== undefined) return writeText(uri.fsPath, text);
  const fresh = uri.with({ path: `${uri.path}.${Math.random().toString(36).slice(2, 10)}.new` });
  try {
    await files.writeFile(fresh, new TextEncoder().encode(text));
    await files.rename(fresh, uri, { overwrite: true });
  } catch (failure) {
    await files.delete(fresh).then(undefined, () => undefined);
    throw failure;
  }
}
