import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as lsp from '../../lsp/serve';
import { targetOf } from '../../node/target';
import { type Arguments, type Command, type ExitCode, UsageError } from '../command';
import type { Cli } from '../cli';
import { languageAnswers } from '../language/languageAnswers';

export const lspCommand: Command = {
  name: 'lsp',
  summary: 'Answers editors about models over standard input and output, by the Language Server Protocol.',
  usage: ['[folder]'],
  options: [{ name: 'stdio', help: 'accepted because editors pass it; there is no other way to speak' }],
  examples: ['lsp', 'lsp path/to/project'],
  exits: ['0  the client ended the session', '1  the client went without ending it', '2  wrong usage'],
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const [folder = '.', extra] = args.positionals;
  if (extra !== undefined) throw new UsageError(`lsp takes one folder, not "${extra}" too.`);
  const root = resolve(cli.cwd, folder);
  if (targetOf([root], cli.cwd).root !== root) throw new UsageError(`There is no folder "${folder}".`);
  // A bundle of its own: no other command needs the protocol.
  const server = (await import(pathToFileURL(join(cli.home, 'lsp.js')).href)) as typeof lsp;
  return server.serve(
    { name: 'model-license-lens', version: cli.version },
    languageAnswers(cli.engine(), root, server.OPEN_PAGE),
  );
}
