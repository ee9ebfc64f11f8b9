import {
  columns,
  compareModels,
  isoDay,
  type ComparedFact,
  type Language,
  MAX_COMPARED,
  message,
  render,
  say,
} from '../../core';
import { systemClock } from '../../node/host';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { type Arguments, type Command, EXIT, type ExitCode, UsageError } from '../command';
import { factsOf } from '../facts';
import { lookupOf } from '../lookup';
import { sayNearest } from '../nearest';
import { LANGUAGE_OPTION, languageOf } from '../spokenLanguage';

export const compareCommand: Command = {
  name: 'compare',
  usage: ['ids…'],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['table', 'json'],
      help: message('json prints the models, and each fact with its value for each of them (default: table)'),
    },
    LANGUAGE_OPTION,
    ...CATALOG_OPTIONS,
  ],
  examples: ['compare qwen3:8b gemma3:4b llama3.1:8b', 'compare gpt-4o mistral-large-latest --format json'],
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const { positionals: ids } = args;
  if (ids.length < 2 || ids.length > MAX_COMPARED)
    throw new UsageError(message('compare needs 2 to {0} ids.', MAX_COMPARED));
  const isData = args.value('format') === 'json';
  const language = languageOf(args, isData ? 'data' : 'lines', cli);
  const lookup = lookupOf(cli);
  const models = ids.map((id) => lookup.find(id));
  const today = isoDay(systemClock.now());
  const facts = compareModels(models, factsOf(cli).catalog, { today, translate: language.translate });
  await cli.print(
    isData
      ? `${JSON.stringify({
          models: ids.map((query, at) => ({ query, model: models[at] ?? null })),
          facts: facts.map(({ fact, values }) => ({ fact: render(fact), values })),
        })}\n`
      : tableOf(
          ids,
          models.map((model) => model?.id),
          facts,
          language,
        ),
  );
  for (const id of ids) sayNearest(id, cli, language);
  return EXIT.ok;
}

/** So that four columns fit a wide terminal. */
const WIDEST = 44;

function tableOf(
  ids: readonly string[],
  found: readonly (string | undefined)[],
  facts: readonly ComparedFact[],
  language: Language,
): string {
  const unknown = say(message('unknown'), language);
  const rows = facts.map(({ fact, values }) => [say(fact, language), ...values.map((value) => value || '-')]);
  const head = [say(message('Model'), language), ...found.map((id) => id ?? unknown)];
  return `${columns([['', ...ids], head, ...rows], WIDEST).join('\n')}\n`;
}
