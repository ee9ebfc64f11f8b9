import {
  escapeMarkdown,
  type FixKind,
  markdownTable,
  render,
  SEVERITIES,
  type Severity,
  visible,
} from '../../core';
import { type Target, targetOf } from '../../node/target';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import { CATALOG_OPTION } from '../catalogOption';
import type { Cli } from '../cli';
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
      help: 'rename: present names and successors (default); replace: models that the policy allows; pin: the present commit',
    },
    {
      name: 'severity',
      value: 'LEVEL',
      choices: SEVERITIES,
      help: 'least severity for which another model is written: error, warning (default), information or hint',
    },
    {
      name: 'from',
      value: 'NAME',
      help: 'with --to: the name to replace wherever it is used, as the text spells it or as audit prints it; nothing else is changed',
    },
    {
      name: 'to',
      value: 'NAME',
      help: 'the name that you chose for it; what the policy has against it is told',
    },
    { name: 'apply', help: 'write the changes; without it nothing is written' },
    CATALOG_OPTION,
  ],
  examples: [
    'fix',
    'fix --apply',
    'fix src --kind rename --kind replace --apply',
    'fix --from gpt-4 --to gpt-4.1 --apply',
  ],
  exits: [
    '0  listed, or written',
    '2  wrong usage or unreadable policy',
    '3  incomplete: something could not be read or written',
  ],
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const target = targetOf(args.positionals, cli.cwd);
  if (target.missing.length > 0)
    throw new UsageError(
      `There is no file or folder ${target.missing.map((path) => `"${path}"`).join(', ')}.`,
    );
  const [from, to] = [args.value('from'), args.value('to')];
  if (from !== undefined || to !== undefined) return runChosen(target, { from, to }, args, cli);
  const chosen = args.values('kind') as readonly FixKind[];
  const kinds = new Set<FixKind>(chosen.length === 0 ? ['rename'] : chosen);
  const least = (args.value('severity') ?? 'warning') as Severity;
  const apply = args.has('apply');
  const { changes, refused, kept, failed, complete } = await changesOf(
    target,
    { kinds, least },
    { apply },
    cli,
  );
  await cli.print(summaryOf(changes, apply));
  for (const { path, at, text } of refused)
    cli.say(visible(`${path}:${at.line}:${at.column} ${render(text)}`));
  sayKept(kept, cli);
  for (const text of failed) cli.say(visible(`not changed: ${text}`));
  return complete ? EXIT.ok : EXIT.incomplete;
}

/** Replaces a name by one that a person chose. */
async function runChosen(
  target: Target,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
  args: Arguments,
  cli: Cli,
): Promise<ExitCode> {
  if (from === undefined || to === undefined || args.has('kind') || args.has('severity'))
    throw new UsageError('--from and --to go together, without --kind and --severity.');
  const apply = args.has('apply');
  const { changes, kept, nearest, failed, complete } = await choicesOf(target, { from, to }, { apply }, cli);
  await cli.print(
    tableOf(
      changes.map(({ path, at, reference, edit, objection }) => [
        `${path}:${at.line}:${at.column}`,
        reference.text,
        edit.newText,
        objection === undefined ? '' : render(objection),
      ]),
      ['Place', 'Was', 'Now', 'Found against it'],
      { apply, files: new Set(changes.map(({ path }) => path)).size },
    ),
  );
  sayKept(kept, cli);
  if (changes.length + kept.length === 0)
    cli.say(
      visible(`Nothing names ${from} here.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`),
    );
  for (const text of failed) cli.say(visible(`not changed: ${text}`));
  return complete ? EXIT.ok : EXIT.incomplete;
}

/** More would bury the changes. */
const MAX_KEPT = 40;

function sayKept(kept: readonly PlacedKept[], cli: Cli): void {
  for (const { path, at, reference, reason } of kept.slice(0, MAX_KEPT))
    cli.say(visible(`left: ${path}:${at.line}:${at.column} ${reference.text}: ${render(reason)}`));
  if (kept.length > MAX_KEPT) cli.say(`left: ${kept.length - MAX_KEPT} more places`);
}

/** What a reviewer reads: each place, what stood and stands there, and why. */
function summaryOf(changes: readonly Change[], apply: boolean): string {
  const files = new Set(changes.map(({ path }) => path)).size;
  const rows = changes.map(({ path, at, finding, fix, edit }) => [
    `${path}:${at.line}:${at.column}`,
    finding.reference?.text ?? '',
    edit.newText,
    render(fix.title),
    `${render(finding.message)} (${finding.rule})`,
  ]);
  return tableOf(rows, ['Place', 'Was', 'Now', 'Change', 'Reason'], { apply, files });
}

function tableOf(
  rows: readonly (readonly string[])[],
  head: readonly string[],
  { apply, files }: { readonly apply: boolean; readonly files: number },
): string {
  if (rows.length === 0) return 'Nothing to change.\n';
  const cells = rows.map((row) => row.map((cell) => escapeMarkdown(visible(cell))));
  return `${apply ? 'Changed' : 'To change'}: ${rows.length} (files: ${files})\n\n${markdownTable(head, cells).join('\n')}\n`;
}
