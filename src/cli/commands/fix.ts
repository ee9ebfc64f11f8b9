import { isAbsolute, relative, sep } from 'node:path';
import {
  codeSpan,
  escapeMarkdown,
  type FixKind,
  type Language,
  markdownTable,
  message,
  type Message,
  noted,
  say,
  SEVERITIES,
  type Severity,
  visible,
} from '../../core';
import { type Target, targetOf } from '../../node/target';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import { refuseMissing } from '../askedAudit';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { LANGUAGE_OPTION, languageOf } from '../spokenLanguage';
import { type Change, changesOf, choicesOf, type PlacedKept } from '../settlements';

/** What changes the line with the model and asks nobody for a reason. */
const KINDS = ['rename', 'replace', 'pin'] as const satisfies readonly FixKind[];

export const fixCommand: Command = {
  name: 'fix',
  usage: ['[paths…]'],
  options: [
    {
      name: 'kind',
      value: 'KIND',
      choices: KINDS,
      many: true,
      help: message(
        'rename: present names, and for models that end the successors that hosts name, or another model where one may have ended as well (default); replace: models that the policy allows; pin: the present commit',
      ),
    },
    {
      name: 'severity',
      value: 'LEVEL',
      choices: SEVERITIES,
      help: message(
        'least severity for which another model is written: error, warning (default), information or hint',
      ),
    },
    {
      name: 'from',
      value: 'NAME',
      help: message(
        'with --to: the name to replace wherever it is used, as the text spells it or as audit prints it; nothing else is changed',
      ),
    },
    {
      name: 'to',
      value: 'NAME',
      help: message('the name that you chose for it; what the policy has against it is told'),
    },
    { name: 'apply', help: message('write the changes; without it nothing is written') },
    LANGUAGE_OPTION,
    ...CATALOG_OPTIONS,
  ],
  examples: [
    'fix',
    'fix --apply',
    'fix src --kind rename --kind replace --apply',
    'fix --from gpt-4 --to gpt-4.1 --apply',
  ],
  exits: {
    0: message('listed, or written; also where there is nothing to change'),
    2: message('wrong usage or unreadable policy'),
    3: message('incomplete: something could not be read or written'),
  },
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const target = targetOf(args.positionals, cli.cwd);
  refuseMissing(target);
  const [from, to] = [args.value('from'), args.value('to')];
  if (from !== undefined || to !== undefined) return runChosen(target, { from, to }, args, cli);
  const chosen = args.values('kind') as readonly FixKind[];
  const kinds = new Set<FixKind>(chosen.length === 0 ? ['rename'] : chosen);
  const least = (args.value('severity') ?? 'warning') as Severity;
  const [apply, language] = [args.has('apply'), languageOf(args, 'lines', cli)];
  const { changes, refused, kept, failed, complete } = await changesOf(
    target,
    { kinds, least },
    { apply, language },
    cli,
  );
  const shown = shownFrom(target, cli.cwd);
  const changed = new Set(changes.map(({ path, at }) => placeOf(path, at)));
  const left = new Set(
    [...refused, ...kept].map(({ path, at }) => placeOf(path, at)).filter((place) => !changed.has(place)),
  );
  await cli.print(
    `${summaryOf(changes, failed, shown, { apply, language })}${leftLine(left.size, language)}`,
  );
  for (const { path, at, text } of refused)
    cli.say(visible(`${placeOf(shown(path), at)} ${say(text, language)}`));
  sayKept(kept, shown, language, cli);
  sayFailed(failed, language, cli);
  return complete ? EXIT.ok : EXIT.incomplete;
}

/** Paths as they lead there from where the person stands, who asked for a folder beneath. */
function shownFrom({ root }: Target, cwd: string): (path: string) => string {
  const way = relative(cwd, root).split(sep).join('/');
  return (path) => (way === '' || way.startsWith('..') || isAbsolute(way) ? path : `${way}/${path}`);
}

function placeOf(path: string, { line, column }: { readonly line: number; readonly column: number }): string {
  return `${path}:${line}:${column}`;
}

/** Who reads standard output alone is told that not all was settled. */
function leftLine(count: number, language: Language): string {
  return count === 0
    ? ''
    : `\n${say(message('Left as they are: {0}. Standard error says why.', count), language)}\n`;
}

/** Replaces a name by one that a person chose. */
async function runChosen(
  target: Target,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
  args: Arguments,
  cli: Cli,
): Promise<ExitCode> {
  if (from === undefined || to === undefined || args.has('kind') || args.has('severity'))
    throw new UsageError(message('--from and --to go together, without --kind and --severity.'));
  const [apply, language] = [args.has('apply'), languageOf(args, 'lines', cli)];
  const asked = { apply, language };
  const { changes, kept, nearest, failed, complete } = await choicesOf(target, { from, to }, asked, cli);
  const shown = shownFrom(target, cli.cwd);
  await cli.print(
    tableOf(
      changes.map(({ path, at, reference, edit, objection }) => [
        placeOf(shown(path), at),
        reference.text,
        edit.newText,
        objection === undefined ? '' : say(objection, language),
      ]),
      [message('Place'), message('Was'), message('Now'), message('Found against it')],
      { apply, language, files: new Set(changes.map(({ path }) => path)).size, failed: failed.length },
    ) + leftLine(kept.length, language),
  );
  sayKept(kept, shown, language, cli);
  if (changes.length + kept.length === 0) {
    const text =
      nearest === undefined
        ? message('Nothing names {0} here.', from)
        : message('Nothing names {0} here. Did you mean {1}?', from, nearest);
    cli.say(visible(say(text, language)));
  }
  sayFailed(failed, language, cli);
  return complete ? EXIT.ok : EXIT.incomplete;
}

/** More would bury the changes. */
const MAX_KEPT = 40;

function sayKept(
  kept: readonly PlacedKept[],
  shown: (path: string) => string,
  language: Language,
  cli: Cli,
): void {
  for (const { path, at, reference, reason } of kept.slice(0, MAX_KEPT)) {
    const place = `${placeOf(shown(path), at)} ${reference.text}`;
    cli.say(visible(say(message('left: {0}: {1}', place, reason), language)));
  }
  if (kept.length > MAX_KEPT)
    cli.say(say(message('left: {0} more places', kept.length - MAX_KEPT), language));
}

function sayFailed(failed: readonly string[], language: Language, cli: Cli): void {
  for (const text of failed) cli.say(visible(say(message('not changed: {0}', text), language)));
}

/** What a reviewer reads: each place, what stood and stands there, and why. */
function summaryOf(
  changes: readonly Change[],
  failed: readonly string[],
  shown: (path: string) => string,
  { apply, language }: Pick<Told, 'apply' | 'language'>,
): string {
  const files = new Set(changes.map(({ path }) => path)).size;
  const rows = changes.map(({ path, at, finding, reason, fix, edit }) => [
    placeOf(shown(path), at),
    finding.reference?.text ?? '',
    edit.newText,
    say(fix.title, language),
    noted(say(reason.message, language), reason.rule, language),
  ]);
  const head = [message('Place'), message('Was'), message('Now'), message('Change'), message('Reason')];
  return tableOf(rows, head, { apply, language, files, failed: failed.length });
}

/** What is told of all changes. */
interface Told {
  readonly apply: boolean;
  readonly language: Language;
  readonly files: number;
  /** How many files there are that cannot be changed. */
  readonly failed: number;
}

/** Place, and the names before and after. */
const COPIED = 3;

function tableOf(
  rows: readonly (readonly string[])[],
  head: readonly Message[],
  { apply, language, files, failed }: Told,
): string {
  if (rows.length === 0) {
    const none =
      failed === 0
        ? message('Nothing to change.')
        : message('Files that cannot be changed: {0}. Standard error says why.', failed);
    return `${say(none, language)}\n`;
  }
  // Place and names are copied from here, so that no mark may stand in them.
  const cells = rows.map((row) =>
    row.map((cell, column) =>
      column < COPIED && cell !== '' ? codeSpan(cell) : escapeMarkdown(visible(cell)),
    ),
  );
  const counts = apply
    ? message('Changed: {0} (files: {1})', rows.length, files)
    : message('To change: {0} (files: {1})', rows.length, files);
  const table = markdownTable(
    head.map((cell) => say(cell, language)),
    cells,
  );
  return `${say(counts, language)}\n\n${table.join('\n')}\n`;
}
