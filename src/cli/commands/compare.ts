import { columns, compareModels, type ComparedFact, MAX_COMPARED, render } from '../../core';
import { CATALOG_OPTION } from '../catalogOption';
import type { Cli } from '../cli';
import { type Arguments, type Command, EXIT, type ExitCode, UsageError } from '../command';
import { factsOf } from '../facts';
import { lookupOf } from '../lookup';
import { sayNearest } from '../nearest';

export const compareCommand: Command = {
  name: 'compare',
  usage: ['ids…'],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['table', 'json'],
      help: 'json prints the models, and each fact with its value for each of them (default: table)',
    },
    CATALOG_OPTION,
  ],
  examples: ['compare qwen3:8b gemma3:4b llama3.1:8b', 'compare gpt-4o mistral-large-latest --format json'],
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const { positionals: ids } = args;
  if (ids.length < 2 || ids.length > MAX_COMPARED)
    throw new UsageError(`compare needs 2 to ${MAX_COMPARED} ids.`);
  const lookup = lookupOf(cli);
  const models = ids.map((id) => lookup.find(id));
  const facts = compareModels(models, factsOf(cli).catalog);
  await cli.print(
    args.value('format') === 'json'
      ? `${JSON.stringify({
          models: ids.map((query, at) => ({ query, model: models[at] ?? null })),
          facts: facts.map(({ fact, values }) => ({ fact: render(fact), values })),
        })}\n`
      : tableOf(
          ids,
          models.map((model) => model?.id ?? 'unknown'),
          facts,
        ),
  );
  for (const id of ids) sayNearest(id, cli);
  return EXIT.ok;
}

/** So that four columns fit a wide terminal. */
const WIDEST = 44;

function tableOf(ids: readonly string[], found: readonly string[], facts: readonly ComparedFact[]): string {
  const rows = facts.map(({ fact, values }) => [render(fact), ...values.map((value) => value || '-')]);
  return `${columns([['', ...ids], ['Model', ...found], ...rows], WIDEST).join('\n')}\n`;
}
