import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  type AuditResult,
  explainLine,
  explanationText,
  type Message,
  message,
  type SearchThreads,
  visible,
} from '../core';
import { slashes, type Target } from '../node/target';
import { askedAudit } from './askedAudit';
import type { Cli } from './cli';
import { EXIT, type ExitCode, UsageError, type Arguments } from './command';
import { deliverText } from './deliver';
import { searchTarget } from './freshAudit';
import { languageOf } from './spokenLanguage';

/** What else is asked for is left aside: one place is explained. */
export async function explainAt(
  written: string,
  { target, threads }: { readonly target: Target; readonly threads: SearchThreads },
  args: Arguments,
  cli: Cli,
): Promise<ExitCode> {
  const place = placeOf(written, target, cli.cwd);
  for (const name of ['since', 'baseline', 'update-lock'])
    if (args.has(name)) throw new UsageError(message('{0} does not go with {1}.', '--explain', `--${name}`));
  const format = args.value('format') ?? 'table';
  if (format !== 'table' && format !== 'json')
    throw new UsageError(
      message('--explain is written as text or, with --format json, as data; not as {0}.', format),
    );
  const asked = await askedAudit(args, target, cli);
  const { result } = await searchTarget(args, { asked, threads, place: place.path }, cli);
  await explainPlace(result, placeIn(result, place, target), args, cli);
  return result.stats.complete ? EXIT.ok : EXIT.incomplete;
}

/** A place that `--explain` names. */
interface Place {
  /** Relative to the audited root, with `/`. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * Reads `PATH:LINE`, the path relative to the working folder, or, as reports write it, to the audited one.
 * @throws a {@link UsageError} for another form, or a file outside of what is audited
 */
function placeOf(text: string, { root }: Target, cwd: string): Place {
  const [, file = '', line = ''] = /^(.+?):(\d{1,9})(?::\d{1,9})?$/.exec(text) ?? [];
  if (file === '' || Number(line) < 1)
    throw new UsageError(
      message('--explain cannot be "{0}": it needs a file and a line, as in --explain src/app.py:12.', text),
    );
  const places = [cwd, root].map((folder) => resolve(folder, file));
  const isAudited = (place: string): boolean => !relative(root, place).startsWith('..') && existsSync(place);
  const path = slashes(relative(root, places.find(isAudited) ?? resolve(cwd, file)));
  if (path.startsWith('..'))
    throw new UsageError(
      message('--explain {0}: the file does not lie in the audited folder {1}.', text, root),
    );
  return { path, line: Number(line) };
}

/**
 * The place by the path that the audited tree has for it: a name is typed with letters of one piece (`が`), and files
 * from another system may have them in two.
 * @throws a {@link UsageError} where there is no such file
 */
function placeIn(result: AuditResult, { path, line }: Place, { root }: Target): Place {
  if (existsSync(join(root, path))) return { path, line };
  const { references, addresses, runtimeChoices, stats } = result;
  const known = [...references, ...addresses, ...runtimeChoices, ...stats.filesSkipped];
  const same = known.find((one) => one.path.normalize() === path.normalize());
  if (same === undefined) throw new UsageError(message('There is no file or folder {0}.', `"${path}"`));
  return { path: same.path, line };
}

/** Writes why what is said of the models on a line is said. Throws a {@link UsageError} where no model is named there. */
async function explainPlace(
  result: AuditResult,
  { path, line }: Place,
  args: Arguments,
  cli: Cli,
): Promise<void> {
  const isData = args.value('format') === 'json';
  const language = languageOf(args, isData ? 'data' : 'lines', cli);
  const places = explainLine(result, { path, line }, language);
  if (places.length === 0) throw new UsageError(nothingThere(result, path, line));
  await deliverText(
    isData ? `${JSON.stringify(places, null, 2)}\n` : shown(explanationText(places, language)),
    args,
    cli,
  );
}

/** Names and reasons come from files: control characters in them are shown, not obeyed. */
function shown(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** Why nothing is said of a line. */
function nothingThere(
  { references, addresses, runtimeChoices, stats }: AuditResult,
  path: string,
  line: number,
): Message {
  const chosen = runtimeChoices.find((one) => one.path === path && one.span.line === line)?.choice;
  if (chosen?.isFolder === true)
    return message(
      'Nothing is known of {0}, which {1} gets on line {2} of {3}, so nothing of it is judged: say what lies there under `describe` in the policy.',
      chosen.expression,
      chosen.loader,
      line,
      path,
    );
  if (chosen?.loader === '')
    return message(
      'Which model is asked for on line {0} of {1} is chosen when the program runs: {2}. Nothing of it is judged.',
      line,
      path,
      chosen.expression,
    );
  if (chosen !== undefined)
    return message(
      'The model that {0} gets on line {1} of {2} is chosen when the program runs: {3}. Nothing of it is judged.',
      chosen.loader,
      line,
      path,
      chosen.expression,
    );
  const skipped = stats.filesSkipped.find((file) => file.path === path);
  if (skipped !== undefined)
    return message('{0} was not read, so nothing is known of line {1}: {2}.', path, line, skipped.message);
  const here = [...references, ...addresses].filter((one) => one.path === path);
  const lines = [...new Set(here.map(({ span }) => span.line))];
  if (lines.length === 0) return message('{0} names no model that was found.', path);
  const nearest = lines.sort((a, b) => Math.abs(a - line) - Math.abs(b - line) || a - b).slice(0, 3);
  return message(
    'No model is named on line {0} of {1}. The nearest are on line {2}.',
    line,
    path,
    nearest.join(', '),
  );
}
