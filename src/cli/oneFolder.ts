import { resolve } from 'node:path';
import { message } from '../core';
import { targetOf } from '../node/target';
import type { Cli } from './cli';
import { type Arguments, UsageError } from './command';

/**
 * The one folder that a command is given, as written; `.` where it is given none.
 * @throws a {@link UsageError} where it is given more
 */
export function oneFolder({ positionals }: Arguments, command: string): string {
  const [folder = '.', extra] = positionals;
  if (extra !== undefined)
    throw new UsageError(message('{0} takes one folder, not "{1}" too.', command, extra));
  return folder;
}

/**
 * The same as an absolute path.
 * @throws a {@link UsageError} where there is no such folder too
 */
export function oneRoot(args: Arguments, command: string, { cwd }: Cli): string {
  const folder = oneFolder(args, command);
  const root = resolve(cwd, folder);
  if (targetOf([root], cwd).root !== root) throw new UsageError(message('There is no folder "{0}".', folder));
  return root;
}
