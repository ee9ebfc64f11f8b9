import {
  columns,
  type Language,
  licenseText,
  message,
  type Message,
  type Model,
  opennessText,
  originText,
  say,
  sayWord,
  searchModels,
  STATUS_WORDS,
  withoutTask,
} from '../../core';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { type Arguments, type Command, EXIT, type ExitCode, UsageError } from '../command';
import { factsOf } from '../facts';
import { lookupOf } from '../lookup';
import { sayNearest } from '../nearest';
import { LANGUAGE_OPTION, languageOf } from '../spokenLanguage';

/** More rows than this are a list nobody reads; `--all` gives them. */
const MAX_ROWS = 50;

export const searchCommand: Command = {
  name: 'search',
  usage: ['words…'],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['table', 'json'],
      help: message('json prints one model a line (default: table)'),
    },
    { name: 'all', help: message('print every model, not the first {0}', MAX_ROWS) },
    ...CATALOG_OPTIONS,
    LANGUAGE_OPTION,
  ],
  examples: ['search embedding mit', 'search qwen apache-2.0 --format json --all'],
  exits: {
    0: message('models were found'),
    1: message('no model has all the words'),
    2: message('wrong usage'),
  },
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const query = args.positionals.join(' ');
  if (query.trim() === '') throw new UsageError(message('search needs at least one word.'));
  const language = languageOf(args, 'lines', cli);
  const found = searchModels(factsOf(cli).catalog, query);
  const lookup = lookupOf(cli);
  const shown = (args.has('all') ? found : found.slice(0, MAX_ROWS)).flatMap(
    ({ id }) => lookup.find(id) ?? [],
  );
  if (args.value('format') === 'json')
    for (const model of shown) await cli.print(`${JSON.stringify(model)}\n`);
  else if (shown.length > 0) await cli.print(tableOf(shown, language));
  if (found.length === 0) {
    // Only who asks in another script has to be told.
    const text = /[^\0-\x7f]/.test(query)
      ? message(
          'No model of the catalog has all the words of "{0}" in its id, publisher, task or license, which are in English.',
          query,
        )
      : message(
          'No model of the catalog has all the words of "{0}" in its id, publisher, task or license.',
          query,
        );
    cli.say(say(text, language));
    sayNearest(query.trim(), cli, language);
  }
  if (shown.length < found.length) {
    const text = message(
      '{0} of {1} models; --all prints the rest, and more words find fewer.',
      shown.length,
      found.length,
    );
    cli.say(say(text, language));
  }
  const left = withoutTask(factsOf(cli).catalog, query);
  if (left > 0) cli.say(say(leftOutText(left), language));
  return found.length === 0 ? EXIT.findings : EXIT.ok;
}

/** A task is recorded of few models: who searches by one has to know what that leaves out. */
function leftOutText(count: number): Message {
  return count === 1
    ? message(
        '1 more model has the other words, but no task is recorded for it: leave the task out to see it.',
      )
    : message(
        '{0} more models have the other words, but no task is recorded for them: leave the task out to see them.',
        count,
      );
}

function tableOf(models: readonly Model[], language: Language): string {
  const rows = models.map((model) => [
    model.id,
    model.task ?? '',
    licenseText(model, language.translate),
    opennessText(model, language),
    originText(model, language.translate),
    sayWord(model.status.state, STATUS_WORDS, language),
  ]);
  const head = [
    message('Model'),
    message('Task'),
    message('License'),
    message('Openness'),
    message('Origin'),
    message('Status'),
  ].map((title) => say(title, language).toUpperCase());
  return `${columns([head, ...rows]).join('\n')}\n`;
}
