import {
  closest,
  columns,
  exampleText,
  type Language,
  message,
  paragraph,
  RULE_CODES,
  ruleInfo,
  type RuleInfo,
  RULES,
  say,
  sayWord,
  SEVERITY_WORDS,
  severityNotes,
} from '../../core';
import { EXIT, UsageError, type Arguments, type Command, type ExitCode } from '../command';
import type { Cli } from '../cli';
import { LANGUAGE_OPTION, languageOf } from '../spokenLanguage';

export const explainCommand: Command = {
  name: 'explain',
  usage: ['', 'RULE'],
  options: [LANGUAGE_OPTION],
  examples: ['explain', 'explain license/denied', 'explain license/denied --lang ja'],
  exits: { 0: message('done'), 2: message('wrong usage, or no such rule') },
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const [code, extra] = args.positionals;
  if (extra !== undefined) throw new UsageError(message('explain takes one rule, not "{0}" too.', extra));
  const language = languageOf(args, 'lines', cli);
  if (code === undefined) {
    await cli.print(
      `${columns(
        RULES.map(({ code: name, severity, summary }) => [
          name,
          sayWord(severity, SEVERITY_WORDS, language),
          say(summary, language),
        ]),
      ).join('\n')}\n`,
    );
    return EXIT.ok;
  }
  const rule = ruleInfo(code);
  if (rule === undefined) throw unknownRule(code);
  await cli.print(explanation(rule, language));
  return EXIT.ok;
}

function unknownRule(code: string): UsageError {
  const nearest = closest(code, RULE_CODES);
  return new UsageError(
    nearest === undefined
      ? message('There is no rule "{0}". {1} lists them all.', code, 'explain')
      : message('There is no rule "{0}". Did you mean {1}?', code, nearest),
  );
}

function explanation(rule: RuleInfo, language: Language): string {
  const { code, severity, summary, checks, why, settle } = rule;
  return [
    code,
    say(summary, language),
    '',
    paragraph(
      [
        message(
          'Severity: {0}, unless the policy sets another.',
          sayWord(severity, SEVERITY_WORDS, language),
        ),
        ...severityNotes(rule),
      ].map((note) => say(note, language)),
    ),
    '',
    say(message('What it checks'), language),
    `  ${say(checks, language)}`,
    '',
    say(message('Why'), language),
    `  ${say(why, language)}`,
    '',
    say(message('How to settle it'), language),
    ...settle.map((step) => `  - ${say(step, language)}`),
    '',
    say(message('Example'), language),
    ...exampleText(rule, language.translate)
      .split('\n')
      .map((line) => `  ${line}`.trimEnd()),
    '',
  ].join('\n');
}
