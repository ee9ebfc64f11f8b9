import { homedir } from 'node:os';
import { join } from 'node:path';
import type { TextStore } from '../core';
import { absolutePath } from './absolutePath';
import { readOwnFile } from './regularFile';
import { writeOwnText } from './writeText';

/** One text in one file, which only its owner may read. Several processes may use it: each sees a whole text. */
export function fileStore(path: string): TextStore {
  return {
    read: () =>
      readOwnFile(path).then(
        (bytes) => bytes.toString('utf8'),
        () => undefined,
      ),
    write: (text) => writeOwnText(path, text),
  };
}

/** The user's cache folder for this program, as the platform has it. */
export function cacheFile(env: NodeJS.ProcessEnv, name: string, home = homedir()): string {
  return join(absolutePath(env['XDG_CACHE_HOME']) ?? join(home, '.cache'), 'model-license-lens', name);
}
