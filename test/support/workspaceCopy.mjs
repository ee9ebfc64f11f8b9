import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DEMO } from './project.mjs';

/**
 * Hands out a copy of the demo workspace, or of another of the fixtures, since tests write to it, and removes it afterwards.
 *
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @param {string} [fixture] name of its folder
 * @returns {Promise<T>}
 */
export async function withDemoCopy(work, fixture = 'demo') {
  const scratch = mkdtempSync(join(tmpdir(), 'model-license-lens-workspace-'));
  const folder = join(scratch, fixture);
  cpSync(join(dirname(DEMO), fixture), folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}
