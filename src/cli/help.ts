import { columns, type Language, message, type Message, policyPageUrl, say } from '../core';
import { EXIT, type Command, type ExitCode, type OptionSpec } from './command';
import type { ListedCommand } from './commands';

export const PROGRAM = 'model-license-lens';

/** Where the page about the keys of a policy lies. */
export const POLICY_PAGE = message('Every key of a policy: {0}', policyPageUrl());

/** What the program is for and its commands, in a language. */
export function programHelp(commands: readonly ListedCommand[], language: Language): string {
  const said = (text: Message): string => say(text, language);
  return [
    said(
      message(
        'Finds the AI models a code base names and says whether they may be used, how open they are and where they come from.',
      ),
    ),
    '',
    said(message('Usage: {0} COMMAND [arguments]', PROGRAM)),
    '',
    said(message('Commands:')),
    ...indented(commands.map(({ name, summary }) => [name, said(summary)])),
    '',
    said(message('{0} COMMAND --help says what a command takes.', PROGRAM)),
    said(POLICY_PAGE),
    said(message('Results go to standard output, messages to standard error.')),
    said(message('Nothing is sent over the network but by --online and catalog update.')),
    said(message('It gives information, not legal advice.')),
    '',
  ].join('\n');
}

/** How a command is called, its options, examples and exit codes, in a language. What is typed stays as it is. */
export function commandHelp(
  summary: Message,
  { name, usage, options, examples, exits = USUAL_EXITS, notes = [] }: Command,
  language: Language,
): string {
  const section = (title: Message, rows: readonly (readonly string[])[]): readonly string[] =>
    rows.length === 0 ? [] : ['', say(title, language), ...indented(rows)];
  return [
    say(summary, language),
    '',
    say(message('Usage:'), language),
    ...usage.map((form) => `  ${PROGRAM} ${name} ${form}`.trimEnd()),
    ...section(
      message('Options:'),
      options.map((option) => optionRow(option, language)),
    ),
    ...section(
      message('Examples:'),
      examples.map((example) => [`${PROGRAM} ${example}`]),
    ),
    ...section(
      message('Exit codes:'),
      Object.entries(exits).map(([code, meaning]) => [code, say(meaning, language)]),
    ),
    ...notes.flatMap((note) => ['', say(note, language)]),
    '',
  ].join('\n');
}

const USUAL_EXITS: Readonly<Partial<Record<ExitCode, Message>>> = {
  [EXIT.ok]: message('done'),
  [EXIT.usage]: message('wrong usage'),
};

function optionRow({ name, value, choices, help }: OptionSpec, language: Language): readonly string[] {
  const isLong = choices !== undefined && choices.length > 4;
  const argument = choices === undefined || isLong ? value : choices.join('|');
  const list = isLong ? ` (${choices.join(', ')})` : '';
  return [`--${name}${argument === undefined ? '' : ` ${argument}`}`, say(help, language) + list];
}

function indented(rows: readonly (readonly string[])[]): readonly string[] {
  return columns(rows).map((line) => `  ${line}`);
}
