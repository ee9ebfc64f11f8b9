import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO } from './project.mjs';

/**
 * Hands out a copy of the demo workspace, since tests write to it, and removes it afterwards.
 *
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDemoCopy(work) {
  const scratch = mkdtempSync(join(tmpdir(), 'model-license-lens-workspace-'));
  const folder = join(scratch, 'demo');
  cpSync(DEMO, folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}
