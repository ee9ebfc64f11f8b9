import { message, type Message } from '../../core';
import type { Command } from '../command';

/** A command as the list of them shows it. Its code is loaded when it is called or its help is asked for. */
export interface ListedCommand {
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly summary: Message;
  load(): Promise<Command>;
}

export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'init',
    summary: message('Writes a first policy from a template.'),
    load: async () => (await import('./init')).initCommand,
  },
  {
    name: 'audit',
    summary: message('Finds every model that files name and judges it by the policy.'),
    load: async () => (await import('./audit')).auditCommand,
  },
  {
    name: 'fix',
    summary: message('Lists what the quick fixes of the editor would change, or writes it.'),
    load: async () => (await import('./fix')).fixCommand,
  },
  {
    name: 'lookup',
    summary: message("Says what is known of models, by their ids in any registry's spelling."),
    load: async () => (await import('./lookup')).lookupCommand,
  },
  {
    name: 'search',
    summary: message('Finds models of the catalog by words of their id, publisher, task or license.'),
    load: async () => (await import('./search')).searchCommand,
  },
  {
    name: 'compare',
    summary: message('Shows up to four models side by side: license, openness, origin, size, state.'),
    load: async () => (await import('./compare')).compareCommand,
  },
  {
    name: 'compat',
    summary: message('Says whether a thing under one license may be made from a model under another.'),
    load: async () => (await import('./compat')).compatCommand,
  },
  {
    name: 'explain',
    summary: message('Says what a rule checks, why, and how to settle it.'),
    load: async () => (await import('./explain')).explainCommand,
  },
  {
    name: 'licenses',
    summary: message(
      'Shows the license records: rights, obligations and restrictions, each with its clause.',
    ),
    load: async () => (await import('./licenses')).licensesCommand,
  },
  {
    name: 'report',
    summary: message(
      'Joins the JSON reports of several audits, or writes one in another format, or the days on which called models and exceptions end, or one page about many repositories.',
    ),
    load: async () => (await import('./report')).reportCommand,
  },
  {
    name: 'catalog',
    summary: message('Says how old the catalog is, and fetches a newer one from the registry of npm.'),
    load: async () => (await import('./catalog')).catalogCommand,
  },
  {
    name: 'mcp',
    summary: message(
      'Answers agents about models over standard input and output, by the Model Context Protocol.',
    ),
    load: async () => (await import('./mcp')).mcpCommand,
  },
  {
    name: 'lsp',
    summary: message(
      'Answers editors about models over standard input and output, by the Language Server Protocol.',
    ),
    load: async () => (await import('./lsp')).lspCommand,
  },
];
