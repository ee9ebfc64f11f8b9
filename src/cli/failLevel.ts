import { type AuditReport, message } from '../core';
import type { Arguments, OptionSpec } from './command';

const FAIL_LEVELS = ['error', 'warning', 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

export const FAIL_ON: OptionSpec = {
  name: 'fail-on',
  value: 'LEVEL',
  choices: FAIL_LEVELS,
  help: message(
    'the least severity that gives exit code 1, error by default; never by default with --format notice',
  ),
};

/** The level that is asked for. Who has a notice written is not asking whether there are findings. */
export function failLevelOf(args: Pick<Arguments, 'value'>): FailLevel {
  return (args.value('fail-on') ?? (args.value('format') === 'notice' ? 'never' : 'error')) as FailLevel;
}

export const BASELINE: OptionSpec = {
  name: 'baseline',
  value: 'FILE',
  help: message('leave out the findings of an earlier JSON report: fail only on new ones'),
};

export function failsOn({ findings }: AuditReport, level: FailLevel): boolean {
  return findings.some(
    ({ severity }) =>
      (severity === 'error' && level !== 'never') || (severity === 'warning' && level === 'warning'),
  );
}
