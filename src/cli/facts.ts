import {
  type ClaimStore,
  type Catalog,
  createClaimStore,
  type Message,
  message,
  render,
  type ReportTool,
  versionText,
} from '../core';
import { catalogFolderPath } from '../node/catalogFolder';
import type { LayerRefusal } from '../node/layeredCatalog';
import { catalogDigest, type LoadedCatalog, loadCatalogFile, loadCatalogInForce } from '../node/loadCatalog';
import type { Cli } from './cli';
import { UsageError } from './command';

/** What is known of models: by the catalog, and by what files and the Hub said in this run. */
export interface Facts {
  readonly catalog: Catalog;
  /** Where the catalog comes from. */
  readonly loaded: LoadedCatalog;
  readonly claims: ClaimStore;
}

const known = new WeakMap<Cli, Facts>();

/**
 * The facts of one run: loaded on first use, for `--help` and wrong usage do not wait for them. Throws {@link UsageError} where the run was
 * told to use a catalog that cannot be used.
 */
export function factsOf(cli: Cli): Facts {
  let facts = known.get(cli);
  if (facts === undefined) {
    const loaded = load(cli);
    facts = {
      get catalog() {
        return loaded.catalog;
      },
      loaded,
      claims: createClaimStore(),
    };
    known.set(cli, facts);
  }
  return facts;
}

/** The program and the catalog of a run, as reports name them. */
export function reportTool(cli: Cli): ReportTool {
  const { catalog, loaded } = factsOf(cli);
  return {
    version: cli.version,
    catalogDate: catalog.date,
    catalogDates: catalog.dates,
    catalogVersion: versionText(loaded.version),
    catalogDigest: catalogDigest(loaded.path),
  };
}

function load(cli: Cli): LoadedCatalog {
  const loaded = loadBase(cli);
  const { catalogLayers: layers } = cli;
  if (layers === undefined) return loaded;
  const layered = layers.put(loaded, layers.paths, cli);
  if ('catalog' in layered) return layered;
  throw new UsageError(layerError(layered));
}

/** The first problems of a layer: one that is no such file at all has one for each line. */
const MOST_TOLD = 10;

function layerError({ path, refused, problems = [] }: LayerRefusal): Message {
  if (refused !== undefined) return message('The catalog layer {0} cannot be used: {1}.', path, refused);
  return problems
    .slice(0, MOST_TOLD)
    .reduce(
      (told, { line, column, message: problem }) =>
        message('{0}\n  {1} {2}', told, `${path}:${line}:${column}`, problem),
      message('The catalog layer {0} cannot be used:', path),
    );
}

function loadBase({
  home,
  cwd,
  env,
  catalogFile,
  loadInForce = loadCatalogInForce,
  say,
}: Cli): LoadedCatalog {
  if (catalogFile === undefined) {
    const loaded = loadInForce(home, catalogFolderPath(env));
    if (loaded.problem !== undefined) say(render(loaded.problem));
    return loaded;
  }
  const loaded = loadCatalogFile(catalogFile, cwd, home);
  if ('refused' in loaded)
    throw new UsageError(message('The catalog {0} cannot be used: {1}.', catalogFile, loaded.refused));
  return loaded;
}
