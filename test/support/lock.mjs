import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './processes.mjs';

/**
 * Does a piece of work while no other process does it. A lock whose owner is gone is taken over.
 *
 * @template T
 * @param {string} folder the lock: whoever can make this folder has it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  for (let told = false; !take(folder); told = true) {
    if (!told) say(`· waiting for another process that installs the same (${folder}) …`);
    await sleep(1000);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!ownerIsGone(folder)) return false;
    rmSync(folder, { recursive: true, force: true });
    return take(folder);
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  return true;
}

function ownerIsGone(folder) {
  const pid = Number(readPid(folder));
  // Between making the folder and writing the number the owner is unknown: then it is waited for.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function readPid(folder) {
  try {
    return readFileSync(join(folder, 'pid'), 'utf8');
  } catch {
    return '';
  }
}
