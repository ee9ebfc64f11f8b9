import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { approveModels, type AuditResult, LOCK_FILE_NAME, render } from '../core';
import type { Cli } from './cli';
import { UsageError, type Arguments } from './command';
import { writeResult } from './writeResult';

/** Whether the lock is to be written, checked before anything is searched. */
export function wantsLock(args: Arguments): boolean {
  if (args.has('approved-by') && !args.has('update-lock'))
    throw new UsageError('--approved-by says who approves a lock. Give --update-lock too.');
  if (args.has('update-lock') && args.has('since'))
    throw new UsageError('--update-lock approves all models in use, so it cannot be given with --since.');
  return args.has('update-lock');
}

/**
 * Approves the models that an audit found, in the lock file of its root.
 * @param today `YYYY-MM-DD`
 */
export async function updateLock(
  { locks: [lock], stats }: AuditResult,
  { root, today }: { readonly root: string; readonly today: string },
  args: Arguments,
  cli: Cli,
): Promise<void> {
  if (lock === undefined || stats.canceled)
    throw new UsageError('The lock was not written: the audit was canceled.');
  const path = join(root, LOCK_FILE_NAME);
  if (lock.broken !== undefined)
    throw new UsageError(
      [
        `The lock was not written: ${path}:${lock.broken.line}: ${render(lock.broken.message)}`,
        'Mend it or restore it from version control, so that no approval is lost. To approve all models anew, delete it first.',
      ].join('\n'),
    );
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false)
    throw new UsageError(`${path} is not a plain file, so it was not written.`);
  const approval = { approvedBy: args.value('approved-by') ?? null, approvedOn: today };
  await writeResult('The lock', path, approveModels(lock.current, approval, lock), cli);
  cli.say(
    `${LOCK_FILE_NAME} holds ${lock.current.length === 1 ? 'the 1 model' : `the ${lock.current.length} models`} in use.`,
  );
}
