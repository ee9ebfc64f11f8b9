import {
  type AuditReport,
  CYCLONEDX_VERSIONS,
  type CycloneDxVersion,
  type Format,
  FORMATS,
  type Language,
  message,
  PROSE_FORMATS,
  type RenderOptions,
  reportParts,
  say,
} from '../core';
import type { Cli } from './cli';
import type { Arguments, OptionSpec } from './command';
import { LANGUAGE_OPTION, languageOf } from './spokenLanguage';
import { writeResult } from './writeResult';

export const REPORT_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'format',
    value: 'FORMAT',
    choices: FORMATS,
    help: message('how the result is written, table by default'),
  },
  { name: 'output', value: 'FILE', help: message('write the result to a file instead of standard output') },
  {
    name: 'timestamp',
    help: message(
      'write the time into CycloneDX and SPDX, which without it hold the day as of which is judged; SOURCE_DATE_EPOCH is honored',
    ),
  },
  {
    name: 'cyclonedx-version',
    value: 'VERSION',
    choices: CYCLONEDX_VERSIONS,
    help: message('version of the CycloneDX format, 1.6 by default'),
  },
  LANGUAGE_OPTION,
];

export interface Delivery {
  readonly project: string;
  readonly pathPrefix: string;
}

function formatOf(args: Arguments): Format {
  return (args.value('format') ?? 'table') as Format;
}

/** The language of a report in the format that is asked for. */
export function reportLanguage(args: Arguments, cli: Cli): Language {
  const format = formatOf(args);
  return languageOf(args, format === 'table' ? 'lines' : PROSE_FORMATS.has(format) ? 'page' : 'data', cli);
}

/** Writes a report where and how the arguments ask. */
export async function deliver(
  report: AuditReport,
  { project, pathPrefix }: Delivery,
  args: Arguments,
  cli: Cli,
): Promise<void> {
  const cycloneDxVersion = args.value('cyclonedx-version') as CycloneDxVersion | undefined;
  const options: RenderOptions = {
    project,
    language: reportLanguage(args, cli),
    pathPrefix,
    ...(args.has('timestamp') && { timestamp: timestamp(cli) }),
    ...(cycloneDxVersion && { cycloneDxVersion }),
  };
  await deliverParts(() => reportParts(report, formatOf(args), options), args, cli);
}

/** Writes a text where the arguments ask. */
export function deliverText(text: string, args: Arguments, cli: Cli): Promise<void> {
  return deliverParts(() => [text], args, cli);
}

/** Writes a text in parts where the arguments ask. */
export async function deliverParts(
  partsOf: () => Iterable<string>,
  args: Arguments,
  cli: Cli,
): Promise<void> {
  const output = args.value('output');
  if (output === undefined || output === STANDARD_OUTPUT) {
    for (const piece of inPieces(partsOf())) await cli.print(piece);
    return;
  }
  await writeResult(message('The result'), output, () => inPieces(partsOf()), cli);
  cli.say(say(message('Written to {0}.', output), languageOf(args, 'lines', cli)));
}

/** As other programs call it where they take a file. */
const STANDARD_OUTPUT = '-';

/** One piece is written at a time, which for a few characters would take longer than to make them. */
const PIECE = 64 * 1024;

function* inPieces(parts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** Now, or the time that reproducible builds set for everything they make. */
function timestamp({ env }: Cli): string {
  const epoch = Number(env['SOURCE_DATE_EPOCH'] ?? Number.NaN);
  const time = Number.isFinite(epoch) ? new Date(epoch * 1000) : new Date();
  return `${time.toISOString().slice(0, 19)}Z`;
}
