import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import {
  approveModels,
  type AuditResult,
  type Language,
  LOCK_FILE_NAME,
  message,
  modelVerdicts,
  say,
} from '../core';
import type { Cli } from './cli';
import { UsageError, type Arguments } from './command';
import { languageOf } from './spokenLanguage';
import { writeResult } from './writeResult';

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
  const language = languageOf(args, 'lines', cli);
  const {
    locks: [lock],
    stats,
  } = result;
  if (lock === undefined || !stats.complete) {
    const reason = stats.canceled
      ? message(
          'The lock was not written: the audit was canceled, and what it has not read would lose its approvals.',
        )
      : message(
          'The lock was not written: the audit is not complete, and what it has not read would lose its approvals.',
        );
    cli.say(say(reason, language));
    return false;
  }
  const path = join(root, LOCK_FILE_NAME);
  if (lock.broken !== undefined)
    throw new UsageError(
      message(
        'The lock was not written: {0}: {1}\nMend it or restore it from version control, so that no approval is lost. To approve all models anew, delete it first.',
        `${path}:${lock.broken.line}`,
        lock.broken.message,
      ),
    );
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false)
    throw new UsageError(message('{0} is not a plain file, so it was not written.', path));
  const approval = { approvedBy: args.value('approved-by') ?? null, approvedOn: today };
  await writeResult(message('The lock'), path, approveModels(lock.current, approval, lock), cli);
  cli.say(say(message('{0} holds the models in use: {1}', LOCK_FILE_NAME, lock.current.length), language));
  sayNotAllowed(result, lock.current, language, cli);
  return true;
}

const SHOWN = 5;

/** An approval records who looked at a model. What the policy says of it stays, and who approved it should know. */
function sayNotAllowed(
  result: AuditResult,
  current: AuditResult['locks'][number]['current'],
  language: Language,
  cli: Cli,
): void {
  const verdicts = modelVerdicts(result);
  const names = current.map(({ entry }) => entry.model).filter((model) => verdicts.get(model) === 'conflict');
  if (names.length === 0) return;
  const list = `${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ', …' : ''}`;
  const text = message('Not allowed, which an approval does not change: {0} ({1})', names.length, list);
  cli.say(say(text, language));
}
