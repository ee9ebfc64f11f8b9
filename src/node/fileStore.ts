import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TextStore } from '../core/lookup/hub/boundedCache';

/** One text in one file. It is written beside and moved into place, so that a reader never sees half of it. */
export function fileStore(path: string): TextStore {
  return {
    read: () => readFile(path, 'utf8').catch(() => undefined),
    async write(text) {
      await mkdir(dirname(path), { recursive: true });
      const fresh = `${path}.${process.pid}.new`;
      await writeFile(fresh, text, { mode: 0o600 });
      await rename(fresh, path);
    },
  };
}

/** The user's cache folder for this program, as the platform has it. */
export function cacheFile(env: NodeJS.ProcessEnv, name: string, home = homedir()): string {
  return join(env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'model-license-lens', name);
}
