import { resolve } from 'node:path';
import {
  type CatalogFolder,
  CatalogStore,
  CATALOG_PACKAGE,
  createFetchClient,
  createUnpacker,
  hostOf,
  installCatalogFile,
  isoDay,
  render,
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
export async function updateFromRegistry(packageName = CATALOG_PACKAGE, cli: Cli): Promise<ExitCode> {
  if (!/^(?:@[a-z0-9~-][\w.~-]{0,100}\/)?[a-z0-9~-][\w.~-]{0,200}$/i.test(packageName))
    throw new UsageError(`"${packageName}" is not the name of a package of npm.`);
  const access = npmRegistry(packageName, cli.env);
  if ('refused' in access) throw new StoppedError(notUpdated(render(access.refused)));
  const { registry } = access;
  cli.say(`Asking ${hostOf(registry.endpoint)} for ${packageName}.`);
  const signal = interruptSignal();
  try {
    const outcome = await updateCatalog({ registry, packageName }, targetFor(cli), toolsHere(), signal);
    return tell(outcome, cli);
  } finally {
    signal.stop();
  }
}

/** Puts the catalog of a file in force that was fetched by other means: for machines without a way to a registry. */
export async function updateFromFile(path: string, cli: Cli): Promise<ExitCode> {
  const bytes = await readRegularFile(resolve(cli.cwd, path), MOST_BYTES).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  return tell(await installCatalogFile(bytes, path, targetFor(cli), toolsHere()), cli);
}

export async function rollBack(cli: Cli): Promise<ExitCode> {
  const { store } = targetFor(cli);
  const { loaded } = factsOf(cli);
  try {
    if (!(await store.rollBack())) {
      cli.say(`There is no update to take back: the catalog of ${loaded.bundled} came with the program.`);
      return EXIT.incomplete;
    }
    const { current } = await store.state();
    cli.say(`The catalog of ${current?.version.date ?? loaded.bundled} is in force again.`);
    return EXIT.ok;
  } catch (error) {
    throw new StoppedError(notUpdated(error instanceof Error ? error.message : String(error)));
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

function tell(outcome: UpdateOutcome, cli: Cli): ExitCode {
  switch (outcome.kind) {
    case 'updated': {
      const { models, services, licenses } = outcome.dates;
      cli.say(
        `The catalog of ${outcome.installed.version.date} is in force: models of ${models}, services and end dates of ${services}, licenses of ${licenses}.`,
      );
      return EXIT.ok;
    }
    case 'newest':
      cli.say(`The catalog in force is the newest: ${outcome.offered.date} is what the registry has.`);
      return EXIT.ok;
    case 'refused':
      cli.say(notUpdated(render(outcome.reason)) + (outcome.unreachable ? proxyHint(cli.env) : ''));
      return EXIT.incomplete;
  }
}

function notUpdated(reason: string): string {
  return `The catalog was not updated: ${reason}.`;
}
