import {
  columns,
  type Language,
  message,
  type Message,
  say,
  type StoredCatalog,
  versionText,
} from '../../core';
import { catalogFolder, catalogFolderPath } from '../../node/catalogFolder';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { type Arguments, type Command, EXIT, type ExitCode, UsageError } from '../command';
import { factsOf } from '../facts';
import { LANGUAGE_OPTION, languageOf } from '../spokenLanguage';

export const catalogCommand: Command = {
  name: 'catalog',
  usage: ['status', 'update [FILE]', 'update --rollback'],
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['table', 'json'],
      help: message('how status is written (default: table)'),
    },
    {
      name: 'package',
      value: 'NAME',
      help: message("fetch an organization's own package instead of model-license-lens-catalog"),
    },
    { name: 'rollback', help: message('put the catalog back in force that was before the last update') },
    LANGUAGE_OPTION,
    ...CATALOG_OPTIONS,
  ],
  examples: [
    'catalog status',
    'catalog update',
    'catalog update model-license-lens-catalog-8.20261201.0.tgz',
    'catalog update --rollback',
  ],
  exits: {
    0: message('done, or nothing newer'),
    2: message('wrong usage'),
    3: message('not updated: the catalog stays that was in force'),
  },
  run,
};

async function run(args: Arguments, cli: Cli): Promise<ExitCode> {
  const [action, file, extra] = args.positionals;
  if (action === 'status') {
    if (file !== undefined)
      throw new UsageError(
        message('catalog status takes no file. Write: {0}', `catalog status --catalog ${file}`),
      );
    refuseOptions(args, ['package', 'rollback'], 'status');
    return status(args, cli);
  }
  if (action !== 'update')
    throw new UsageError(
      action === undefined
        ? message('One of these is expected here: {0}', 'catalog status, catalog update')
        : message('"{0}" is not one of: {1}', `catalog ${action}`, 'catalog status, catalog update'),
    );
  if (extra !== undefined)
    throw new UsageError(message('catalog update takes one file, not "{0}" too.', extra));
  refuseOptions(args, ['catalog', 'catalog-layer', 'format'], 'update');
  const language = languageOf(args, 'lines', cli);
  // Loaded here: no other command reaches the network of npm.
  const { rollBack, updateFromFile, updateFromRegistry } = await import('../updateCatalog');
  if (args.has('rollback')) {
    if (file !== undefined || args.has('package'))
      throw new UsageError(
        message('--rollback takes the last update back, so it goes with neither a file nor --package.'),
      );
    return rollBack(language, cli);
  }
  if (file === undefined) return updateFromRegistry(args.value('package'), language, cli);
  if (args.has('package'))
    throw new UsageError(message('--package names what is fetched. A file is not fetched.'));
  return updateFromFile(file, language, cli);
}

function refuseOptions(args: Arguments, names: readonly string[], action: string): void {
  const given = names.find((name) => args.has(name));
  if (given !== undefined)
    throw new UsageError(message('{0} takes no {1}.', `catalog ${action}`, `--${given}`));
}

/** What the catalog in force is, a date for each part of it, and what an update would be taken back to. */
async function status(args: Arguments, cli: Cli): Promise<ExitCode> {
  const { catalog, loaded } = factsOf(cli);
  const { catalogStore } = await import('../updateCatalog');
  const { previous } = await catalogStore(catalogFolder(catalogFolderPath(cli.env)), loaded).state();
  if (args.value('format') === 'json') {
    await cli.print(
      `${JSON.stringify({
        date: catalog.date,
        dates: catalog.dates,
        version: versionText(loaded.version),
        models: catalog.models.length,
        source: cli.catalogFile !== undefined ? 'file' : loaded.stored === undefined ? 'bundled' : 'updated',
        path: loaded.path,
        ...(loaded.layers && { layers: loaded.layers }),
        ...(loaded.stored && { from: loaded.stored.from, installed: loaded.stored.installed }),
        bundled: loaded.bundled,
        previous: loaded.stored === undefined ? null : (previous?.version.date ?? loaded.bundled),
      })}\n`,
    );
    return EXIT.ok;
  }
  const language = languageOf(args, 'lines', cli);
  await cli.print(`${statusText({ catalog, loaded, previous }, language, cli)}\n`);
  return EXIT.ok;
}

function statusText(
  { catalog, loaded, previous }: Pick<ReturnType<typeof factsOf>, 'catalog' | 'loaded'> & State,
  language: Language,
  cli: Cli,
): string {
  const { dates } = catalog;
  const models = catalog.models.length.toLocaleString('en-US');
  const rows: readonly (readonly [Message, string | Message])[] = [
    [message('models'), dates.models],
    [message('services and end dates'), dates.services],
    [message('licenses'), dates.licenses],
    [message('version'), message('{0}, {1} models', versionText(loaded.version), models)],
    [message('from'), originOf(loaded.stored, cli)],
    ...(loaded.layers ?? []).map((path) => [message('with the records of'), path] as const),
    ...(loaded.stored === undefined
      ? []
      : [[message('before the update'), previous?.version.date ?? loaded.bundled] as const]),
  ];
  const said = (text: string | Message): string => (typeof text === 'string' ? text : say(text, language));
  return [
    say(message('Catalog of {0}', catalog.date), language),
    ...columns(rows.map((row) => row.map(said))),
  ].join('\n');
}

/** The catalog that an update would be taken back to. */
interface State {
  readonly previous: { readonly version: { readonly date: string } } | null;
}

function originOf(stored: StoredCatalog | undefined, { catalogFile }: Cli): string | Message {
  if (catalogFile !== undefined) return catalogFile;
  return stored === undefined
    ? message('the program')
    : message('{0}, updated on {1}', stored.from, stored.installed);
}
