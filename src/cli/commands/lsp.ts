import { resolve } from 'node:path';
import { message } from '../../core';
import { targetOf } from '../../node/target';
import { type Arguments, type Command, type ExitCode, UsageError } from '../command';
import { CATALOG_OPTION } from '../catalogOption';
import type { Cli } from '../cli';
import { engineOf } from '../engine';
import { languageOfLocale } from '../spokenLanguage';
import { languageAnswers } from '../language/languageAnswers';

export const lspCommand: Command = {
  name: 'lsp',
  usage: ['[folder]'],
  options: [
    { name: 'stdio', help: message('accepted because editors pass it; there is no other way to speak') },
    CATALOG_OPTION,
  ],
  examples: ['lsp', 'lsp path/to/project'],
  exits: {
    0: message('the client ended the session'),
    1: message('the client went without ending it'),
    2: message('wrong usage'),
  },
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const [folder = '.', extra] = args.positionals;
  if (extra !== undefined)
    throw new UsageError(message('{0} takes one folder, not "{1}" too.', 'lsp', extra));
  const root = resolve(cli.cwd, folder);
  if (targetOf([root], cli.cwd).root !== root)
    throw new UsageError(message('There is no folder "{0}".', folder));
  // Loaded here: no other command needs the protocol.
  const { OPEN_PAGE, serve } = await import('../../lsp/serve');
  return serve(
    { name: 'model-license-lens', version: cli.version },
    languageAnswers(engineOf(cli), root, {
      openPage: OPEN_PAGE,
      languageNamed: (locale) => languageOfLocale(locale, cli),
    }),
  );
}
