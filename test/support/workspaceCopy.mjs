import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DEMO } from './project.mjs';

/**
 * Copies the demo workspace, or another of the fixtures, into a scratch folder, since tests write to it.
 *
 * @param {string} [fixture] name of its folder
 * @returns {{ folder: string, restore: () => void, remove: () => void }} `restore` makes the copy again what the
 *   fixture is,
 *   and writes no file that has not changed
 */
export function copyFixture(fixture = 'demo') {
  const original = join(dirname(DEMO), fixture);
  const scratch = mkdtempSync(join(tmpdir(), 'model-license-lens-workspace-'));
  const folder = join(scratch, fixture);
  cpSync(original, folder, { recursive: true });
  return {
    folder,
    restore: () => restore(original, folder),
    remove: () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/**
 * Hands out a copy of the demo workspace, or of another of the fixtures, and removes it afterwards.
 *
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @param {string} [fixture] name of its folder
 * @returns {Promise<T>}
 */
export async function withDemoCopy(work, fixture) {
  const { folder, remove } = copyFixture(fixture);
  try {
    return await work(folder);
  } finally {
    remove();
  }
}

function restore(original, folder) {
  const kept = new Set(filesOf(original));
  for (const path of filesOf(folder)) if (!kept.has(path)) rmSync(join(folder, path));
  for (const path of kept) {
    const [from, to] = [join(original, path), join(folder, path)];
    if (!holdTheSame(from, to)) cpSync(from, to);
  }
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
}

function holdTheSame(one, other) {
  const size = statSync(other, { throwIfNoEntry: false })?.size;
  return size === statSync(one).size && readFileSync(other).equals(readFileSync(one));
}
