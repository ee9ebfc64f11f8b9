import { createHash } from 'node:crypto';
import { type Dirent, existsSync, realpathSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import {
  fullStop,
  type Language,
  listed,
  type Message,
  message,
  ORGANIZATION_SCRIPT,
  type OrganizationChanges,
  organizationChanges,
  organizationCsv,
  organizationPage,
  OrganizationTally,
  pathGlobs,
  readUseLine,
  say,
  toJsonLines,
  ToldError,
  visible,
} from '../../core';
import { isMissing } from '../../node/isThere';
import { readRegularLines } from '../../node/regularFile';
import { slashes } from '../../node/target';
import { EXIT, UsageError, type Arguments, type ExitCode } from '../command';
import type { Cli } from '../cli';
import { deliverParts, deliverText } from '../deliver';
import { readReport } from '../readReport';
import { shownReason } from '../shownReason';
import { languageOf } from '../spokenLanguage';

const EXTENSION = '.jsonl';
/** A whole report, which `audit --format json` wrote. */
const REPORT = '.json';

/**
 * Adds up files that `audit --format jsonl` wrote, and reports, and writes one page about all of them. Files of lines are read as
 * streams, so what is kept of them does not grow with the number of uses.
 * @param patterns files, folders (all `.jsonl` beneath) and globs, each with the name of its repository before an equals sign where
 * that is to be another than git's or the folder's
 */
export async function reportOrganization(
  patterns: readonly string[],
  args: Arguments,
  cli: Cli,
): Promise<ExitCode> {
  const format = formatOf(args);
  const { tally, files } = await tallyOf(patterns, cli);
  const earlier = args.values('before');
  const language = languageOf(args, format === 'csv' ? 'data' : 'page', cli);
  const changes = earlier.length === 0 ? undefined : await changesSince(earlier, tally, { language, cli });
  if (format === 'csv') await deliverParts(() => organizationCsv(tally, language), args, cli);
  else await deliverText(pageOf(tally, { changes, language }, cli), args, cli);
  cli.say(countsText(tally, files, languageOf(args, 'lines', cli)));
  return tally.complete ? EXIT.ok : EXIT.incomplete;
}

/** What was added up. */
function countsText({ totals }: OrganizationTally, files: number, language: Language): string {
  const { repositories, uses } = totals;
  const counts = [
    files === 1 ? message('1 file') : message('{0} files', files),
    repositories === 1 ? message('1 repository') : message('{0} repositories', repositories),
    uses === 1 ? message('1 use') : message('{0} uses', uses),
  ];
  const said = listed(
    counts.map((count) => say(count, language)),
    language,
  );
  return `${said}${fullStop(language)}`;
}

function pageOf(
  tally: OrganizationTally,
  { changes, language }: { readonly changes: OrganizationChanges | undefined; readonly language: Language },
  { version }: Cli,
): string {
  const scriptDigest = `sha256-${createHash('sha256').update(ORGANIZATION_SCRIPT).digest('base64')}`;
  return organizationPage(tally, { version, scriptDigest, language, ...(changes && { changes }) });
}

/** A page, or a table for spreadsheets; only the page has a place for what changed. */
function formatOf(args: Arguments): string {
  const format = args.value('format') ?? 'html';
  if (format !== 'html' && format !== 'csv')
    throw new UsageError(
      message(
        'report org writes one HTML page, or CSV, not {0}. For other formats add the uses up yourself: audit --format jsonl writes one a line.',
        format,
      ),
    );
  if (format === 'csv' && args.has('before'))
    throw new UsageError(message('--before needs --format html: CSV has no place for what changed.'));
  return format;
}

async function changesSince(
  patterns: readonly string[],
  now: OrganizationTally,
  { language, cli }: { readonly language: Language; readonly cli: Cli },
): Promise<OrganizationChanges> {
  const { tally: before } = await tallyOf(patterns, cli);
  return { list: organizationChanges(before, now, language), since: before.dates.days };
}

/** Each file counts once, by however many patterns it is named and however many links lead to it. */
async function tallyOf(
  patterns: readonly string[],
  cli: Cli,
): Promise<{ readonly tally: OrganizationTally; readonly files: number }> {
  const tally = new OrganizationTally();
  const seen = new Set<string>();
  for (const given of patterns) {
    const { name, pattern } = named(given, cli);
    let fits = 0;
    for await (const file of filesOf(pattern, cli.cwd)) {
      fits++;
      const behind = existsSync(file) ? realpathSync(file) : file;
      if (seen.has(behind)) continue;
      seen.add(behind);
      await addFile(file, { tally, name }, cli);
    }
    if (fits === 0) throw new UsageError(await nothingFits(pattern, cli));
  }
  return { tally, files: seen.size };
}

/** What to do where a pattern means no file. Of a folder, reports in JSON may be other files than reports. */
async function nothingFits(pattern: string, { cwd }: Cli): Promise<Message> {
  const path = resolve(cwd, pattern);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    for await (const file of filesBeneath(path))
      if (file.endsWith(REPORT))
        return message(
          'No file fits "{0}": of a folder only {1} is read. Name reports in JSON by a pattern: {2}',
          visible(pattern),
          `*${EXTENSION}`,
          `report org "${visible(pattern)}/**/*${REPORT}"`,
        );
  return message(
    'No file fits "{0}". Make one with: {1}',
    visible(pattern),
    `audit --format jsonl --output FILE${EXTENSION}`,
  );
}

/** `web=audits/web.jsonl`: the repository is called `web`. A file may have an equals sign in its name. */
function named(given: string, { cwd }: Cli): { readonly name: string | undefined; readonly pattern: string } {
  const equals = given.indexOf('=');
  return equals < 1 || existsSync(resolve(cwd, given))
    ? { name: undefined, pattern: given }
    : { name: given.slice(0, equals), pattern: given.slice(equals + 1) };
}

/** The files that a pattern means, absolute, in the order of their names. */
async function* filesOf(pattern: string, cwd: string): AsyncGenerator<string> {
  const path = resolve(cwd, pattern);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isDirectory() === true) {
    for await (const file of filesBeneath(path)) if (file.endsWith(EXTENSION)) yield file;
  } else if (kind !== undefined) yield path;
  else {
    const parts = slashes(pattern).split('/');
    const first = parts.findIndex((part) => /[*?[{]/.test(part));
    if (first < 0) return;
    const base = resolve(cwd, parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.'));
    const fits = pathGlobs([parts.slice(first).join('/')]);
    for await (const file of filesBeneath(base)) if (fits(slashes(relative(base, file)))) yield file;
  }
}

/** Links to folders are not followed: they may lead in a circle. */
async function* filesBeneath(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => {
    if (isMissing(error)) return [];
    // What lies in it would be missing in the sums.
    throw new UsageError(message('{0} cannot be listed: {1}', visible(folder), visible(error.message)));
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBeneath(path);
    else if (entry.isFile() || isFileBehind(entry, path)) yield path;
  }
}

/** A link to a file is read as one that is named: what it leads to would be missing in the sums. */
function isFileBehind(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(path).isFile();
  } catch {
    // It leads nowhere, or in a circle.
    return false;
  }
}

/** Where the lines of a file are added up, and under which name where the file's own is not to stand. */
interface Adding {
  readonly tally: OrganizationTally;
  readonly name: string | undefined;
}

async function addFile(file: string, { tally, name }: Adding, cli: Cli): Promise<void> {
  const shown = visible(slashes(relative(cli.cwd, file)));
  let number = 0;
  let uses = 0;
  try {
    for await (const line of await linesOf(file, shown, cli)) {
      number++;
      if (line.trim() === '') continue;
      const use = readUseLine(line);
      if (use === undefined)
        throw new UsageError(
          message(
            '{0} is no line that audit --format jsonl writes. Make the file with: {1}',
            `${shown}:${number}`,
            `audit --format jsonl --output ${shown}`,
          ),
        );
      uses++;
      tally.add(name === undefined ? use : { ...use, repository: name });
    }
    // An audit without a use writes a line that says so.
    if (uses === 0) throw new ToldError(message('it is empty'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(message('{0} cannot be read: {1}', shown, shownReason(error)));
  }
}

/** Lines as `audit --format jsonl` writes them. A report that names no repository is called like its file. */
async function linesOf(
  file: string,
  shown: string,
  cli: Cli,
): Promise<Iterable<string> | AsyncIterable<string>> {
  if (file.endsWith(REPORT)) return toJsonLines(await readReport(shown, cli), basename(file, REPORT));
  return readRegularLines(file);
}
