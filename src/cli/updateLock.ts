import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { approveModels, type AuditResult, LOCK_FILE_NAME, modelVerdicts, render } from '../core';
import type { Target } from '../node/target';
import type { Cli } from './cli';
import { UsageError, type Arguments } from './command';
import { writeResult } from './writeResult';

/** Whether the lock is to be written, checked before anything is searched. */
export function wantsLock(args: Arguments, { include }: Target): boolean {
  if (args.has('approved-by') && !args.has('update-lock'))
    throw new UsageError('--approved-by says who approves a lock. Give --update-lock too.');
  if (args.has('update-lock') && args.has('since'))
    throw new UsageError('--update-lock approves all models in use, so it cannot be given with --since.');
  if (args.has('update-lock') && include.length > 0)
    throw new UsageError('--update-lock approves all models in use of a project, so it takes one folder.');
  return args.has('update-lock');
}

/**
 * Approves the models that an audit found, in the lock file of its root. One that is not complete approves nothing: models that it has not
 * seen would lose their approvals.
 * @param today `YYYY-MM-DD`
 * @returns whether the lock was written
 */
export async function updateLock(
  result: AuditResult,
  { root, today }: { readonly root: string; readonly today: string },
  args: Arguments,
  cli: Cli,
): Promise<boolean> {
  const {
    locks: [lock],
    stats,
  } = result;
  if (lock === undefined || !stats.complete) {
    const reason = stats.canceled ? 'was canceled' : 'is not complete';
    cli.say(
      `The lock was not written: the audit ${reason}, and what it has not read would lose its approvals.`,
    );
    return false;
  }
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
  sayNotAllowed(result, lock.current, cli);
  return true;
}

const SHOWN = 5;

/** An approval records who looked at a model. What the policy says of it stays, and who approved it should know. */
function sayNotAllowed(
  result: AuditResult,
  current: AuditResult['locks'][number]['current'],
  cli: Cli,
): void {
  const verdicts = modelVerdicts(result);
  const names = current.map(({ entry }) => entry.model).filter((model) => verdicts.get(model) === 'conflict');
  if (names.length === 0) return;
  const list = `${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ', …' : ''}`;
  cli.say(
    `${names.length === 1 ? '1 of them is' : `${names.length} of them are`} not allowed, which an approval does not change: ${list}.`,
  );
}
