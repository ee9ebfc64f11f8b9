import { columns, message, type StoredCatalog, versionText } from '../../core';
import { catalogFolder, catalogFolderPath } from '../../node/catalogFolder';
import { CATALOG_OPTIONS } from '../catalogOption';
import type { Cli } from '../cli';
import { type Arguments, type Command, EXIT, type ExitCode, UsageError } from '../command';
import { factsOf } from '../facts';

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
      throw new UsageError(`catalog status takes no file. Write: catalog status --catalog ${file}`);
    refuseOptions(args, ['package', 'rollback'], 'status');
    return status(args, cli);
  }
  if (action !== 'update')
    throw new UsageError(
      action === undefined
        ? message('One of these is expected here: {0}', 'catalog status, catalog update')
        : message('"{0}" is not one of: {1}', `catalog ${action}`, 'catalog status, catalog update'),
    );
  if (extra !== undefined) throw new UsageError(`catalog update takes one file, not "${extra}" too.`);
  refuseOptions(args, ['catalog', 'catalog-layer', 'format'], 'update');
  // Loaded here: no other command reaches the network of npm.
  const { rollBack, updateFromFile, updateFromRegistry } = await import('../updateCatalog');
  if (args.has('rollback')) {
    if (file !== undefined || args.has('package'))
      throw new UsageError(
        '--rollback takes the last update back, so it goes with neither a file nor --package.',
      );
    return rollBack(cli);
  }
  if (file === undefined) return updateFromRegistry(args.value('package'), cli);
  if (args.has('package')) throw new UsageError('--package names what is fetched. A file is not fetched.');
  return updateFromFile(file, cli);
}

function refuseOptions(args: Arguments, names: readonly string[], action: string): void {
  const given = names.find((name) => args.has(name));
  if (given !== undefined) throw new UsageError(`catalog ${action} takes no --${given}.`);
}

/** What the catalog in force is, a date for each part of it, and what an update would be taken back to. */
async function status(args: Arguments, cli: Cli): Promise<ExitCode> {
  const { catalog, loaded } = factsOf(cli);
  const { catalogStore } = await import('../updateCatalog');
  const { previous } = await catalogStore(catalogFolder(catalogFolderPath(cli.env)), loaded).state();
  const models = catalog.models.length;
  if (args.value('format') === 'json') {
    await cli.print(
      `${JSON.stringify({
        date: catalog.date,
        dates: catalog.dates,
        version: versionText(loaded.version),
        models,
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
  const { dates } = catalog;
  const rows = [
    ['models', dates.models],
    ['services and end dates', dates.services],
    ['licenses', dates.licenses],
    ['version', `${versionText(loaded.version)}, ${models.toLocaleString('en-US')} models`],
    ['from', originOf(loaded.stored, cli)],
    ...(loaded.layers ?? []).map((path) => ['with the records of', path]),
    ...(loaded.stored === undefined ? [] : [['before the update', previous?.version.date ?? loaded.bundled]]),
  ];
  await cli.print(`Catalog of ${catalog.date}\n${columns(rows).join('\n')}\n`);
  return EXIT.ok;
}

function originOf(stored: StoredCatalog | undefined, { catalogFile }: Cli): string {
  if (catalogFile !== undefined) return catalogFile;
  return stored === undefined ? 'the program' : `${stored.from}, updated on ${stored.installed}`;
}
