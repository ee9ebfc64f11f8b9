import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

export const DEMO = join(ROOT, 'test', 'fixtures', 'demo');

/** What a build of the tests and their reports leave behind; git-ignored. */
export const OUT = join(ROOT, 'out');

/**
 * A folder of this user that outlives the checkout, so that a second clone does not install the editor again.
 *
 * @param {string} name folder name inside the project's cache
 */
export function cacheFolder(name) {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'model-license-lens', name);
}

/** @param {string} path relative to the checkout */
export function readJson(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}
