import type { FileEntry, FileSource } from '../../ports';
import { folderOf } from '../../text/relativePath';

/**
 * The same files, but for those that are links or lie behind one: what a workspace links to may be anywhere on this machine. Every
 * folder on the way is listed, once, since only a listing tells a link from what it leads to.
 */
export function withoutLinks(files: FileSource): FileSource {
  const listings = new Map<string, Promise<readonly FileEntry[]>>();

  function list(folder: string): Promise<readonly FileEntry[]> {
    let entries = listings.get(folder);
    if (entries === undefined) listings.set(folder, (entries = files.list(folder)));
    return entries;
  }

  async function isPlain(path: string, kind: FileEntry['kind']): Promise<boolean> {
    const folder = folderOf(path);
    if (folder !== '' && !(await isPlain(folder, 'folder'))) return false;
    return (await list(folder)).some((entry) => entry.path === path && entry.kind === kind);
  }

  async function checked(path: string): Promise<string> {
    if (!(await isPlain(path, 'file'))) throw new Error(`${path} is not a plain file of the folder`);
    return path;
  }

  return {
    list,
    read: async (path) => files.read(await checked(path)),
    readRange: async (path, start, end) => files.readRange(await checked(path), start, end),
  };
}
