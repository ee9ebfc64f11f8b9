import { columns } from '../core';
import type { Command, OptionSpec } from './command';
import type { ListedCommand } from './commands';

export const PROGRAM = 'model-license-lens';

export function programHelp(commands: readonly ListedCommand[]): string {
  return [
    'Finds the AI models a code base names and says whether they may be used, how open they are and where they come from.',
    '',
    `Usage: ${PROGRAM} COMMAND [arguments]`,
    '',
    'Commands:',
    ...indented(commands.map(({ name, summary }) => [name, summary])),
    '',
    `${PROGRAM} COMMAND --help says what a command takes.`,
    'Results go to standard output, messages to standard error. Nothing is sent over the network but by --online and catalog update.',
    'It gives information, not legal advice.',
    '',
  ].join('\n');
}

export function commandHelp(summary: string, { name, usage, options, examples, exits }: Command): string {
  return [
    summary,
    '',
    'Usage:',
    ...usage.map((form) => `  ${PROGRAM} ${name} ${form}`.trimEnd()),
    ...section('Options:', options.map(optionRow)),
    ...section(
      'Examples:',
      examples.map((example) => [`${PROGRAM} ${example}`]),
    ),
    ...section(
      'Exit codes:',
      (exits ?? ['0  done', '2  wrong usage']).map((line) => [line]),
    ),
    '',
  ].join('\n');
}

function section(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : ['', title, ...indented(rows)];
}

function optionRow({ name, value, choices, help }: OptionSpec): readonly string[] {
  const argument = choices === undefined ? value : choices.length > 4 ? value : choices.join('|');
  const list = choices !== undefined && choices.length > 4 ? ` (${choices.join(', ')})` : '';
  return [`--${name}${argument === undefined ? '' : ` ${argument}`}`, help + list];
}

function indented(rows: readonly (readonly string[])[]): readonly string[] {
  return columns(rows).map((line) => `  ${line}`);
}
