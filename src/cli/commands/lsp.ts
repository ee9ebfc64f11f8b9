import { message } from '../../core';
import type { Arguments, Command, ExitCode } from '../command';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { engineOf } from '../engine';
import { oneRoot } from '../oneFolder';
import { languageOfLocale } from '../spokenLanguage';
import { languageAnswers } from '../language/languageAnswers';

export const lspCommand: Command = {
  name: 'lsp',
  usage: ['[folder]'],
  options: [
    { name: 'stdio', help: message('accepted because editors pass it; there is no other way to speak') },
    ...CATALOG_OPTIONS,
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
  const root = oneRoot(args, 'lsp', cli);
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
