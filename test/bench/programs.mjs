import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of what was built last. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Loaded as a file: a module given by its text costs more than a small program. */
const WATCHED = ['--require', fileURLToPath(new URL('watch.cjs', import.meta.url))];

/**
 * Runs a script on Node to its end.
 *
 * @param {readonly string[]} args the script and what it is given
 * @param {{ accept?: readonly number[] }} [options] exit codes that are no error (default: 0); any other one throws
 * @returns {{ seconds: number, cpu: number, megabytes: number, stdout: string }} time by the clock,
 *   processor time in seconds, the largest resident set
 */
export function runNode(args, { accept = [0] } = {}) {
  const started = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [...WATCHED, ...args], {
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  });
  const seconds = (performance.now() - started) / 1000;
  if (!accept.includes(status)) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  const [, microseconds, kilobytes] = /^took (\d+) (\d+)$/m.exec(stderr) ?? [];
  return { seconds, cpu: Number(microseconds) / 1e6, megabytes: Number(kilobytes) / 1024, stdout };
}

/** @param {readonly number[]} figures at least one */
export function median(figures) {
  return percentile(figures, 0.5);
}

/**
 * @param {readonly number[]} figures at least one
 * @param {number} share 0.95 gives the figure that only one in twenty exceeds
 */
export function percentile(figures, share) {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
