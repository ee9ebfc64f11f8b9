import { resolve } from 'node:path';
import { message, type Message } from '../core';
import { writeText } from '../node/writeText';
import type { Cli } from './cli';
import { StoppedError, UsageError } from './command';

/** Failures that another place to write to would mend; all others are the machine's, such as a full disk. */
const WRONG_PLACE: ReadonlySet<string> = new Set([
  'EACCES',
  'EISDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

/**
 * Writes a file that was asked for, whole or not at all. Rejects with {@link UsageError} for a place that cannot be written to, and with
 * {@link StoppedError} where the machine fails; what was there before is then still there.
 * @param what begins the sentence: `The result`
 */
export async function writeResult(
  what: Message,
  path: string,
  text: Parameters<typeof writeText>[1],
  { cwd }: Cli,
): Promise<void> {
  try {
    await writeText(resolve(cwd, path), text);
  } catch (error) {
    const { code = '', message: cause } = error as NodeJS.ErrnoException;
    const reason = message('{0} cannot be written to {1}: {2}', what, path, cause);
    throw WRONG_PLACE.has(code) ? new UsageError(reason) : new StoppedError(reason);
  }
}
