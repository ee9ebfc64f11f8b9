import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TextStore } from '../core';
import { absolutePath } from './absolutePath';
import { writeText } from './writeText';

/** One text in one file, which only its owner may read. Several processes may use it: each sees a whole text. */
export function fileStore(path: string): TextStore {
  return {
    read: () => readFile(path, 'utf8').catch(() => undefined),
    async write(text) {
      await mkdir(dirname(path), { recursive: true });
      await writeText(path, text, 0o600);
    },
  };
}

/** The user's cache folder for this program, as the platform has it. */
export function cacheFile(env: NodeJS.ProcessEnv, name: string, home = homedir()): string {
  return join(absolutePath(env['XDG_CACHE_HOME']) ?? join(home, '.cache'), 'model-license-lens', name);
}
