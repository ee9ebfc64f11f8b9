import { type Language, message, noted, say, toRenovate, visible } from '../../core';
import { targetOf } from '../../node/target';
import { refuseMissing } from '../askedAudit';
import { EXIT, type Arguments, type ExitCode } from '../command';
import type { Cli } from '../cli';
import { deliverText } from '../deliver';
import { type Change, changesOf } from '../settlements';
import { languageOf } from '../spokenLanguage';

/** Audits a project and writes a preset for Renovate that replaces what the quick fixes of the editor would replace. */
export async function reportRenovate(paths: readonly string[], args: Arguments, cli: Cli): Promise<ExitCode> {
  const target = targetOf(paths, cli.cwd);
  refuseMissing(target);
  const language = languageOf(args, 'lines', cli);
  const written = languageOf(args, 'data', cli);
  const kinds = new Set(['rename', 'replace'] as const);
  const { changes, refused, failed, complete } = await changesOf(
    target,
    { kinds, least: 'information' },
    { apply: false, language },
    cli,
  );
  await deliverText(
    toRenovate(
      changes.filter(isDue).map((change) => replacementOf(change, written)),
      written,
    ),
    args,
    cli,
  );
  for (const { path, at, text } of refused)
    cli.say(visible(`${path}:${at.line}:${at.column} ${say(text, language)}`));
  for (const text of failed) cli.say(visible(say(message('not read: {0}', text), language)));
  return complete ? EXIT.ok : EXIT.incomplete;
}

/** What only needs a look is no reason for another model. */
function isDue({ fix, finding }: Change): boolean {
  return fix.kind !== 'replace' || finding.severity === 'error';
}

function replacementOf({ path, was, before, after, finding, fix, edit }: Change, language: Language) {
  return {
    path,
    was,
    now: edit.newText,
    before,
    after,
    reason: noted(say(finding.message, language), finding.rule, language),
    choice: fix.kind === 'replace',
  };
}
