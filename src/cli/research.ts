import { message, type Research, say } from '../core';
import type { Cli } from './cli';
import { UsageError, type Arguments } from './command';
import { languageOf } from './spokenLanguage';

/**
 * What is asked beyond the catalog, as the options say; `undefined` when nothing is, as in most runs: the code for it is loaded when it
 * is used. Rejects with {@link UsageError} for options that contradict each other and for an address that cannot be asked.
 */
export async function researchFor(args: Arguments, cli: Cli): Promise<Research | undefined> {
  if (args.has('online') && args.has('offline'))
    throw new UsageError(message('--online and --offline contradict each other. Give one of them.'));
  if (!args.has('online') && !args.has('local')) return undefined;
  return (await import('./openResearch')).openResearch(args, cli);
}

/** Every look-up that gave nothing is told, so that its absence from the facts is not taken for an answer. */
export function sayUnanswered(research: Research | undefined, args: Arguments, cli: Cli): void {
  const language = languageOf(args, 'lines', cli);
  for (const { id, reason } of research?.unanswered() ?? [])
    cli.say(say(message('not looked up: {0}: {1}', id, reason), language));
}
