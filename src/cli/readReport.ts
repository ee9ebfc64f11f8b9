import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AuditReport } from '../core/report/auditReport';
import { UsageError } from './command';

const LISTS = [
  'policies',
  'ignores',
  'references',
  'runtimeChoices',
  'models',
  'findings',
  'obligations',
  'licenses',
] as const;

/** Reads a report that `audit --format json` wrote. Throws {@link UsageError} that says what is wrong with the file. */
export function readReport(file: string, cwd: string): AuditReport {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(resolve(cwd, file), 'utf8'));
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read as a report: ${(error as Error).message}. Make one with: audit --format json --output ${file}`,
    );
  }
  if (!isReport(value))
    throw new UsageError(
      `${file} is not a report of this program. Make one with: audit --format json --output ${file}`,
    );
  if (value.schema !== 1)
    throw new UsageError(
      `${file} is a report of a later version of this program (schema ${String(value.schema)}). Update the program.`,
    );
  return value;
}

function isReport(value: unknown): value is AuditReport {
  if (typeof value !== 'object' || value === null) return false;
  const report = value as Partial<Record<keyof AuditReport, unknown>>;
  return (
    report.schema !== undefined &&
    LISTS.every((name) => Array.isArray(report[name])) &&
    typeof report.stats === 'object' &&
    report.stats !== null
  );
}
