import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type AuditReport, decodeText, type JsonSchema, message, misfit, ToldError, visible } from '../core';
import { decode } from '../node/host';
import { isMissing } from '../node/isThere';
import { parseJsonInParts } from '../node/jsonInParts';
import { readRegularFile, readRegularPieces } from '../node/regularFile';
import type { Cli } from './cli';
import { UsageError } from './command';
import { shownReason } from './shownReason';

/**
 * Reads a report that `audit --format json` wrote. Rejects with {@link UsageError}, which names the file, the place in it and what is
 * wrong there, for one that does not follow the published schema: a part that is missing would look like nothing found.
 */
export async function readReport(file: string, cli: Cli): Promise<AuditReport> {
  const value = await readJson(file, cli);
  const remedy = `audit --format json --output ${file}`;
  if (!namesSchema(value))
    throw new UsageError(message('{0} is not a report of this program. Make one with: {1}', file, remedy));
  if (value.schema !== 1)
    throw new UsageError(
      message(
        '{0} is a report of a later version of this program (schema {1}). Update the program.',
        file,
        visible(JSON.stringify(value.schema)),
      ),
    );
  const wrong = misfit(value, schemaOf(cli));
  if (wrong !== undefined)
    throw new UsageError(
      message(
        '{0} is not a report of this program: {1}. Make one with: {2}',
        file,
        visible(`${wrong.at === '' ? 'it' : wrong.at} ${wrong.reason}`),
        remedy,
      ),
    );
  return value as unknown as AuditReport;
}

async function readJson(file: string, { cwd }: Cli): Promise<unknown> {
  try {
    const path = resolve(cwd, file);
    const value = await parseJsonInParts(readRegularPieces(path));
    if (value !== undefined) return value;
    const decoded = decodeText(await readRegularFile(path), decode);
    if (!('text' in decoded)) throw new ToldError(message('it is neither UTF-8 nor UTF-16 text'));
    return JSON.parse(decoded.text) as unknown;
  } catch (error) {
    throw new UsageError(
      message(
        '{0} cannot be read as a report: {1}. Make one with: {2}',
        file,
        isMissing(error) ? message('There is no file {0}', file) : shownReason(error),
        `audit --format json --output ${file}`,
      ),
    );
  }
}

function namesSchema(value: unknown): value is { readonly schema: unknown } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'schema');
}

/** The schema that the package publishes, beside the program. */
function schemaOf({ home }: Cli): JsonSchema {
  return JSON.parse(readFileSync(join(home, 'audit.schema.json'), 'utf8')) as JsonSchema;
}
