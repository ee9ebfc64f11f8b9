import { escapeMarkdown, type FixKind, markdownTable, render, visible } from '../../core';
import { targetOf } from '../../node/target';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import { CATALOG_OPTION } from '../catalogOption';
import type { Cli } from '../cli';
import { type Change, changesOf } from '../settlements';

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
    { name: 'apply', help: 'write the changes; without it nothing is written' },
    CATALOG_OPTION,
  ],
  examples: ['fix', 'fix --apply', 'fix src --kind rename --kind replace --apply'],
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
  const chosen = args.values('kind') as readonly FixKind[];
  const kinds = new Set<FixKind>(chosen.length === 0 ? ['rename'] : chosen);
  const { changes, failed, complete } = await changesOf(target, kinds, { apply: args.has('apply') }, cli);
  await cli.print(summaryOf(changes, args.has('apply')));
  for (const text of failed) cli.say(visible(`not changed: ${text}`));
  return complete ? EXIT.ok : EXIT.incomplete;
}

/** What a reviewer reads: each place, what stood and stands there, and why. */
function summaryOf(changes: readonly Change[], applied: boolean): string {
  if (changes.length === 0) return 'Nothing to change.\n';
  const files = new Set(changes.map(({ path }) => path)).size;
  const head = `${applied ? 'Changed' : 'To change'}: ${changes.length} (files: ${files})\n`;
  const rows = changes.map(({ path, at, finding, fix, edit }) =>
    [
      `${path}:${at.line}:${at.column}`,
      finding.reference?.text ?? '',
      edit.newText,
      render(fix.title),
      `${render(finding.message)} (${finding.rule})`,
    ].map((cell) => escapeMarkdown(visible(cell))),
  );
  return `${head}\n${markdownTable(['Place', 'Was', 'Now', 'Change', 'Reason'], rows).join('\n')}\n`;
}
