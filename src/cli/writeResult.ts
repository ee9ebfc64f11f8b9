import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
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
 * {@link StoppedError} where the machine fails; what was there before is then still there. A link below the working folder that leads out
 * of it is not followed: whoever sent a branch may have put it there.
 * @param what begins the sentence: `The result`
 */
export async function writeResult(
  what: Message,
  path: string,
  text: Parameters<typeof writeText>[1],
  { cwd }: Cli,
): Promise<void> {
  const outside = await leadsOut(cwd, path);
  if (outside !== undefined)
    throw new UsageError(
      message(
        '{0} is not written to {1}: a link leads from there to {2}. Name that file itself',
        what,
        path,
        outside,
      ),
    );
  try {
    await writeText(resolve(cwd, path), text);
  } catch (error) {
    const { code = '', message: cause } = error as NodeJS.ErrnoException;
    const reason = message('{0} cannot be written to {1}: {2}', what, path, cause);
    throw WRONG_PLACE.has(code) ? new UsageError(reason) : new StoppedError(reason);
  }
}

/** Where a path below a folder leads, if that is out of it. */
async function leadsOut(folder: string, path: string): Promise<string | undefined> {
  const target = resolve(folder, path);
  if (!isBelow(folder, target)) return undefined;
  const isNew = (): Promise<string> => realpath(dirname(target)).catch(() => folder);
  const real = await realpath(target).catch(isNew);
  return isBelow(await realpath(folder), real) ? undefined : real;
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}
