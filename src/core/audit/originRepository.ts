import type { Decode, FileSource } from '../ports';
import { commonFolder } from './headCommit';
import { gitFolderAt, readIfThere } from './trackedFiles';

const MAX_CONFIG_BYTES = 1_000_000;
const SECTION = /^\[remote "origin"\]$/i;
const ADDRESS = /^url\s*=\s*"?([^"\s]+)"?$/i;

/**
 * Where the work tree that a folder is the root of came from, as `github.com/owner/name`, by its remote `origin`; `undefined` elsewhere.
 * Credentials and the way of access are left out. Reads what git keeps; no git process runs. Never rejects.
 */
export async function originRepository({ git }: FileSource, decode: Decode): Promise<string | undefined> {
  if (git === undefined || git === 'all') return undefined;
  const folder = await gitFolderAt('', git, decode);
  if (folder === undefined) return undefined;
  const common = await commonFolder(folder, git, decode);
  const config = await readIfThere(git, `${common}/config`, MAX_CONFIG_BYTES);
  return config === undefined ? undefined : repositoryName(originAddress(decode(config, 'utf-8')));
}

/** The first address of the remote in the text of a git configuration. */
function originAddress(config: string): string {
  let inside = false;
  for (const raw of config.split('\n')) {
    const line = raw.trim();
    if (line.startsWith('[')) inside = SECTION.test(line);
    else if (inside) {
      const address = ADDRESS.exec(line)?.[1];
      if (address !== undefined) return address;
    }
  }
  return '';
}

/**
 * `host/path` of an address with a scheme (`https://user:token@host/path.git`) or of SSH's short form (`git@host:path.git`); `undefined`
 * for paths of this machine, which say nothing to anyone else.
 */
export function repositoryName(address: string): string | undefined {
  const [, host = '', path = ''] =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?\/(.+)$/i.exec(address) ??
    /^(?:[^@/:]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/)(.+)$/.exec(address) ??
    [];
  const name = path.replace(/\/$/, '').replace(/\.git$/i, '');
  return host === '' || name === '' || /[\s?#]/.test(name) ? undefined : `${host.toLowerCase()}/${name}`;
}
