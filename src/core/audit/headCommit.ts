import type { Decode, FileSource, GitReader } from '../ports';
import { gitFolderAt, readIfThere } from './trackedFiles';

/** A file of git that holds one name or address. */
const MAX_REF_BYTES = 10_000;
const MAX_PACKED_BYTES = 50_000_000;
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * The commit that is checked out where a folder is the root of a work tree, in hexadecimal; `null` elsewhere, and before the first
 * commit. Reads what git keeps; no git process runs. Never rejects.
 */
export async function headCommit({ git }: FileSource, decode: Decode): Promise<string | null> {
  if (git === undefined || git === 'all') return null;
  const folder = await gitFolderAt('', git, decode);
  if (folder === undefined) return null;
  const text = async (path: string, limit = MAX_REF_BYTES): Promise<string | undefined> => {
    const bytes = await readIfThere(git, path, limit);
    return bytes && decode(bytes, 'utf-8');
  };
  const head = (await text(`${folder}/HEAD`))?.trim() ?? '';
  const ref = /^ref: (refs\/[^\s]{1,1000})$/.exec(head)?.[1];
  if (ref === undefined) return HASH.test(head) ? head : null;
  if (ref.split('/').includes('..')) return null;
  // Refs of a linked work tree are kept with those of the first one.
  for (const base of new Set([folder, await commonFolder(folder, git, decode)])) {
    const loose = (await text(`${base}/${ref}`))?.trim();
    if (loose !== undefined && HASH.test(loose)) return loose;
    const packed = (await text(`${base}/packed-refs`, MAX_PACKED_BYTES)) ?? '';
    const line = packed.split('\n').find((one) => one.endsWith(` ${ref}`));
    const hash = line?.slice(0, line.indexOf(' ')) ?? '';
    if (HASH.test(hash)) return hash;
  }
  return null;
}

/** The folder of what linked work trees share, as the file `commondir` names it; git's folder itself where there is no other. */
export async function commonFolder(folder: string, git: GitReader, decode: Decode): Promise<string> {
  const link = await readIfThere(git, `${folder}/commondir`, MAX_REF_BYTES);
  if (link === undefined) return folder;
  const common = decode(link, 'utf-8').trim();
  return /^(?:\/|[A-Za-z]:[\\/])/.test(common) ? common : `${folder}/${common}`;
}
