import { readdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { CatalogFolder } from '../core';
import { absolutePath } from './absolutePath';
import { readOwnFile } from './regularFile';
import { writeOwnText } from './writeText';

/**
 * Where updated catalogs are kept for all programs of a user on this machine, the editor, the command line and the server for agents, so
 * that they agree: the user's data folder as the XDG Base Directory Specification has it.
 */
export function catalogFolderPath(env: NodeJS.ProcessEnv, home = homedir()): string {
  return join(
    absolutePath(env['XDG_DATA_HOME']) ?? join(home, '.local', 'share'),
    'model-license-lens',
    'catalog',
  );
}

export function catalogFolder(path: string): CatalogFolder {
  return {
    read: (name) => readOwnFile(join(path, name)).catch(() => undefined),
    write: (name, text) => writeOwnText(join(path, name), text),
    remove: (name) => rm(join(path, name)),
    list: () => readdir(path),
  };
}
