import type { PolicyFileText, ReadPolicyFile } from '../policy/loadPolicy';
import type { Decode, FileEntry, FileSource } from '../ports';
import { folderOf } from '../text/relativePath';
import { decodeText } from './decodeText';

/** What a host says of the paths in a folder, so that a policy can be read there. */
export interface PolicyPlaces {
  /** What lies there, not what a link leads to; `undefined` where there is nothing. Throws when that cannot be told. */
  kindOf(path: string): Promise<FileEntry['kind'] | undefined>;
  /** The bytes of a file. Throws when it cannot be read. */
  read(path: string): Promise<Uint8Array>;
}

/**
 * The one way in which policies are read: in a tree, above it, named by the caller, and what any of these builds on. Only regular files
 * are opened, none of them through a link. Never rejects.
 */
export function readPolicies(places: PolicyPlaces, decode: Decode): ReadPolicyFile {
  async function kindOf(path: string): Promise<FileEntry['kind'] | undefined> {
    const slash = path.lastIndexOf('/');
    if (slash > 0) {
      const above = await kindOf(path.slice(0, slash));
      if (above !== 'folder') return above === 'link' ? 'link' : undefined;
    }
    return places.kindOf(path);
  }

  return async (path): Promise<PolicyFileText> => {
    try {
      const kind = await kindOf(path);
      if (kind === undefined) return { failure: 'missing' };
      if (kind === 'link' || kind === 'dangling') return { failure: 'link' };
      if (kind !== 'file') return { failure: 'not-a-file' };
      const decoded = decodeText(await places.read(path), decode);
      return 'text' in decoded ? { text: decoded.text } : { failure: 'not-text' };
    } catch {
      return { failure: 'unreadable' };
    }
  };
}

/** Reads the policies of a tree. Every folder on the way is listed, since only a listing tells a link from what it leads to. */
export function policyReader(source: FileSource, decode: Decode): ReadPolicyFile {
  const places: PolicyPlaces = {
    async kindOf(path) {
      return (await source.list(folderOf(path))).find((entry) => entry.path === path)?.kind;
    },
    read: (path) => source.read(path),
  };
  return readPolicies(places, decode);
}

/** Reads what lies in a folder, by paths that begin with it (and a slash); nothing else is found. */
export function within(folder: string, read: ReadPolicyFile): ReadPolicyFile {
  return (path) =>
    path.startsWith(folder) ? read(path.slice(folder.length)) : Promise.resolve({ failure: 'missing' });
}
