import { resolve } from 'node:path';
import {
  type CatalogFolder,
  CatalogStore,
  CATALOG_PACKAGE,
  createFetchClient,
  createUnpacker,
  errorText,
  hostOf,
  installCatalogFile,
  isoDay,
  type Language,
  message,
  type Message,
  paragraph,
  say,
  type UnpackPlatform,
  updateCatalog,
  type UpdateOutcome,
  type UpdateTarget,
  type WebPlatform,
} from '../core';
import { catalogFolder, catalogFolderPath } from '../node/catalogFolder';
import { decode, systemClock } from '../node/host';
import { interruptSignal } from '../node/interrupt';
import type { LoadedCatalog } from '../node/loadCatalog';
import { npmRegistry, proxyHint } from '../node/npmRegistry';
import { readRegularFile } from '../node/regularFile';
import type { Cli } from './cli';
import { EXIT, StoppedError, UsageError, type ExitCode } from './command';
import { factsOf } from './facts';

/** A package is some hundred kilobytes large, a compiled catalog some megabytes. */
const MOST_BYTES = 100_000_000;

export function catalogStore(folder: CatalogFolder, { bundled }: LoadedCatalog): CatalogStore {
  return new CatalogStore(folder, { date: bundled, revision: 0 });
}

/** Fetches a newer catalog from the registry that the user's npm asks. */
export async function updateFromRegistry(
  packageName = CATALOG_PACKAGE,
  language: Language,
  cli: Cli,
): Promise<ExitCode> {
  if (!/^(?:@[a-z0-9~-][\w.~-]{0,100}\/)?[a-z0-9~-][\w.~-]{0,200}$/i.test(packageName))
    throw new UsageError(message('"{0}" is not the name of a package of npm.', packageName));
  const access = npmRegistry(packageName, cli.env);
  if ('refused' in access) throw new StoppedError(notUpdated(access.refused));
  const { registry } = access;
  cli.say(say(message('Asking {0} for {1}.', hostOf(registry.endpoint), packageName), language));
  const signal = interruptSignal();
  try {
    const outcome = await updateCatalog({ registry, packageName }, targetFor(cli), toolsHere(), signal);
    return tell(outcome, language, cli);
  } finally {
    signal.stop();
  }
}

/** Puts the catalog of a file in force that was fetched by other means: for machines without a way to a registry. */
export async function updateFromFile(path: string, language: Language, cli: Cli): Promise<ExitCode> {
  const bytes = await readRegularFile(resolve(cli.cwd, path), MOST_BYTES).catch((error: unknown) => {
    throw new UsageError(message('{0} cannot be read: {1}', path, errorText(error)));
  });
  return tell(await installCatalogFile(bytes, path, targetFor(cli), toolsHere()), language, cli);
}

export async function rollBack(language: Language, cli: Cli): Promise<ExitCode> {
  const { store } = targetFor(cli);
  const { loaded } = factsOf(cli);
  try {
    if (!(await store.rollBack())) {
      cli.say(
        say(
          message(
            'There is no update to take back: the catalog of {0} came with the program.',
            loaded.bundled,
          ),
          language,
        ),
      );
      return EXIT.incomplete;
    }
    const { current } = await store.state();
    cli.say(
      say(
        message('The catalog of {0} is in force again.', current?.version.date ?? loaded.bundled),
        language,
      ),
    );
    return EXIT.ok;
  } catch (error) {
    throw new StoppedError(notUpdated(errorText(error)));
  }
}

function targetFor(cli: Cli): UpdateTarget {
  const { loaded } = factsOf(cli);
  return {
    store: catalogStore(catalogFolder(catalogFolderPath(cli.env)), loaded),
    inForce: loaded,
  };
}

function toolsHere() {
  return {
    http: createFetchClient(globalThis as unknown as WebPlatform),
    unpacker: createUnpacker(globalThis as unknown as UnpackPlatform),
    decode,
    today: isoDay(systemClock.now()),
  };
}

function tell(outcome: UpdateOutcome, language: Language, cli: Cli): ExitCode {
  const tellPeople = (...texts: readonly Message[]): void =>
    cli.say(paragraph(texts.map((text) => say(text, language))));
  switch (outcome.kind) {
    case 'updated': {
      const { models, services, licenses } = outcome.dates;
      tellPeople(
        message(
          'The catalog of {0} is in force: models of {1}, services and end dates of {2}, licenses of {3}.',
          outcome.installed.version.date,
          models,
          services,
          licenses,
        ),
      );
      return EXIT.ok;
    }
    case 'newest':
      tellPeople(
        message('The catalog in force is the newest: {0} is what the registry has.', outcome.offered.date),
      );
      return EXIT.ok;
    case 'refused':
      tellPeople(notUpdated(outcome.reason), ...(outcome.unreachable ? proxyHint(cli.env) : []));
      return EXIT.incomplete;
  }
}

function notUpdated(reason: string | Message): Message {
  return message('The catalog was not updated: {0}.', reason);
}
