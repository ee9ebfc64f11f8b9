import type { AuditReport } from '../core';
import type { OptionSpec } from './command';

const FAIL_LEVELS = ['error', 'warning', 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

export const FAIL_ON: OptionSpec = {
  name: 'fail-on',
  value: 'LEVEL',
  choices: FAIL_LEVELS,
  help: 'the least severity that gives exit code 1, error by default',
};

export const BASELINE: OptionSpec = {
  name: 'baseline',
  value: 'FILE',
  help: 'leave out the findings of an earlier JSON report: fail only on new ones',
};

export function failsOn({ findings }: AuditReport, level: FailLevel): boolean {
  return findings.some(
    ({ severity }) =>
      (severity === 'error' && level !== 'never') || (severity === 'warning' && level === 'warning'),
  );
}
