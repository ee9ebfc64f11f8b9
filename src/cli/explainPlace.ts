import { relative, resolve } from 'node:path';
import { type AuditResult, explainLine, explanationText, type Message, message, visible } from '../core';
import { slashes, type Target } from '../node/target';
import type { Cli } from './cli';
import { UsageError, type Arguments } from './command';
import { deliverText } from './deliver';
import { languageOf } from './spokenLanguage';

/** A place that `--explain` names. */
export interface Place {
  /** Relative to the audited root, with `/`. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * Reads `PATH:LINE`, the path relative to the working folder.
 * @throws a {@link UsageError} for another form, or a file outside of what is audited
 */
export function placeOf(text: string, { root }: Target, cwd: string): Place {
  const [, file = '', line = ''] = /^(.+?):(\d{1,9})(?::\d{1,9})?$/.exec(text) ?? [];
  if (file === '' || Number(line) < 1)
    throw new UsageError(
      message('--explain cannot be "{0}": it needs a file and a line, as in --explain src/app.py:12.', text),
    );
  const path = slashes(relative(root, resolve(cwd, file)));
  if (path.startsWith('..'))
    throw new UsageError(
      message('--explain {0}: the file does not lie in the audited folder {1}.', text, root),
    );
  return { path, line: Number(line) };
}

/** Writes why what is said of the models on a line is said. Throws a {@link UsageError} where no model is named there. */
export async function explainPlace(
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
