import type { Decode, FileEntry, FileSource } from '../ports';
import type { PolicyFileText, ReadPolicyFile } from '../policy/loadPolicy';
import { decodeText } from './decodeText';

/** Reads the policies that a policy builds on. Every folder on the way is listed, since only a listing tells a link from what it leads to. */
export function policyReader(source: FileSource, decode: Decode): ReadPolicyFile {
  async function kindOf(path: string): Promise<FileEntry['kind'] | undefined> {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    if (folder !== '') {
      const above = await kindOf(folder);
      if (above !== 'folder') return above === 'link' ? 'link' : undefined;
    }
    return (await source.list(folder)).find((entry) => entry.path === path)?.kind;
  }

  return async (path): Promise<PolicyFileText> => {
    try {
      const kind = await kindOf(path);
      if (kind === undefined) return { failure: 'missing' };
      if (kind !== 'file') return { failure: kind === 'link' ? 'link' : 'unreadable' };
      const decoded = decodeText(await source.read(path), decode);
      return 'text' in decoded ? { text: decoded.text } : { failure: 'unreadable' };
    } catch {
      return { failure: 'unreadable' };
    }
  };
}

/** Reads what lies in a folder, by paths that begin with it (and a slash); nothing else is found. */
export function within(folder: string, read: ReadPolicyFile): ReadPolicyFile {
  return (path) =>
    path.startsWith(folder) ? read(path.slice(folder.length)) : Promise.resolve({ failure: 'missing' });
}
