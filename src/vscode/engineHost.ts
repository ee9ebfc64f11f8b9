import * as vscode from 'vscode';
import { createClaimStore, type Engine } from '../core';
import type { CatalogInForce, Catalogs } from './catalog/catalogs';
import { Owner } from './disposables';
import type { Log } from './log';
import { systemClock } from './platform';

interface Loaded {
  readonly engine: Engine;
  readonly inForce: CatalogInForce;
}

/** The engine with the catalog in force. Both are loaded when a document or command first needs them. */
export class EngineHost extends Owner {
  private readonly replaceEmitter = this.own(new vscode.EventEmitter<void>());
  /** What files and the Hub said of models; every look-up takes it into account. */
  readonly claims = createClaimStore();

  private loading: Promise<Loaded> | undefined;
  private loaded: Loaded | undefined;

  /** Fires when another catalog is in force: everything that was judged by the one before has to be judged anew. */
  readonly onDidReplace = this.replaceEmitter.event;

  constructor(
    private readonly catalogs: Catalogs,
    private readonly log: Log,
  ) {
    super();
  }

  get current(): Engine | undefined {
    return this.loaded?.engine;
  }

  /** Rejects when the package has no readable catalog; a later call tries again. */
  async engine(): Promise<Engine> {
    return (await this.ready()).engine;
  }

  /** The catalog of the engine, and where it comes from. */
  async inForce(): Promise<CatalogInForce> {
    return (await this.ready()).inForce;
  }

  /** Loads the catalog that is in force by now. Where it cannot be read nothing is judged by the one before. */
  async reload(): Promise<void> {
    this.loading = undefined;
    this.loaded = undefined;
    try {
      await this.ready();
    } finally {
      this.replaceEmitter.fire();
    }
  }

  private ready(): Promise<Loaded> {
    if (this.loading !== undefined) return this.loading;
    const loading: Promise<Loaded> = this.load().then(
      (loaded) => {
        if (this.loading === loading) this.loaded = loaded;
        return loaded;
      },
      (failure: unknown) => {
        if (this.loading === loading) this.loading = undefined;
        throw failure;
      },
    );
    this.loading = loading;
    return loading;
  }

  private async load(): Promise<Loaded> {
    const started = Date.now();
    const [{ createEngine }, inForce] = await Promise.all([import('../core/engine'), this.catalogs.load()]);
    const loaded = { engine: createEngine(inForce.catalog, systemClock, this.claims), inForce };
    this.log.info(`catalog of ${inForce.version.date} loaded in ${Date.now() - started} ms`);
    return loaded;
  }
}
