import { join, relative, resolve } from 'node:path';
import { type Clock, isoDay, message, type PolicyText, type Surroundings } from '../core';
import { systemClock } from '../node/host';
import { isMissing, isThere } from '../node/isThere';
import { policyText } from '../node/policyText';
import { slashes, surroundingsOf, type Target } from '../node/target';
import type { Cli } from './cli';
import { type Arguments, UsageError } from './command';
import { shownReason } from './shownReason';

/** What is audited and by what it is judged, read before anything is searched. */
export interface AskedAudit {
  readonly target: Target;
  readonly surroundings: Surroundings;
  readonly exclude: readonly string[];
  /** The one that the command line names. */
  readonly policyOverride?: PolicyText;
  readonly clock: Clock;
}

export async function askedAudit(args: Arguments, target: Target, cli: Cli): Promise<AskedAudit> {
  const clock = clockOf(args.value('today'));
  const policy = args.value('policy');
  return {
    target,
    surroundings: await surroundingsOf(target.root, cli.cwd),
    exclude: args.values('exclude'),
    ...(policy !== undefined && { policyOverride: await namedPolicy(policy, target, cli) }),
    clock,
  };
}

/** Time goes on while an audit runs, also in one that looks ahead: slices of work are measured by it. */
function clockOf(day: string | undefined): Clock {
  if (day === undefined) return systemClock;
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // Of a day that no month has, such as 31 February, a later one is made.
  if (Number.isNaN(start) || isoDay(start) !== day)
    throw new UsageError(message('--today cannot be "{0}": it needs a day, as in --today 2027-01-31.', day));
  const began = systemClock.now();
  return { now: () => start + systemClock.now() - began };
}

/** A policy that the command line names. Reports name it as they do all files: by the way from the audited folder. */
async function namedPolicy(path: string, { root }: Target, { cwd }: Cli): Promise<PolicyText> {
  try {
    return await policyText(resolve(cwd, path), slashes(relative(root, resolve(cwd, path))));
  } catch (error) {
    if (isMissing(error)) throw new UsageError(message('There is no file {0}', path));
    throw new UsageError(message('The policy {0} cannot be read: {1}', path, shownReason(error)));
  }
}

/** Leads from the working folder to the audited one, so that a terminal can follow a path; outside of it paths are absolute. */
export function prefixOf({ root }: Target, { cwd }: Cli): string {
  const path = slashes(relative(cwd, root));
  return path === '' ? '' : `${path.startsWith('..') ? slashes(root) : path}/`;
}
/** @throws a {@link UsageError} where something that was named is not there */
export function refuseMissing({ missing }: Target): void {
  if (missing.length > 0)
    throw new UsageError(
      message('There is no file or folder {0}.', missing.map((path) => `"${path}"`).join(', ')),
    );
}

/** Tells of a path in a report whether its file was deleted or renamed since. */
export function isGoneIn(root: string): (path: string) => boolean {
  return (path) => !isThere(join(root, path));
}

/** Whether the lock is to be written, checked before anything is searched. */
export function wantsLock(args: Arguments, { include }: Target): boolean {
  if (args.has('approved-by') && !args.has('update-lock'))
    throw new UsageError(message('--approved-by says who approves a lock. Give --update-lock too.'));
  if (args.has('update-lock') && args.has('since'))
    throw new UsageError(
      message('--update-lock approves all models in use, so it cannot be given with --since.'),
    );
  if (args.has('update-lock') && include.length > 0)
    throw new UsageError(
      message('--update-lock approves all models in use of a project, so it takes one folder.'),
    );
  return args.has('update-lock');
}
