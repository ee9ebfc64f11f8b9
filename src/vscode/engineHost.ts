import * as vscode from 'vscode';
import { createClaimStore, type Engine } from '../core';
import { Owner } from './disposables';
import type { Log } from './log';
import { systemClock } from './platform';

/** The engine with the catalog that ships in the package. Both are loaded when a document or command first needs them. */
export class EngineHost extends Owner {
  private readonly loadedEmitter = this.own(new vscode.EventEmitter<void>());
  /** What files and the Hub said of models; every look-up takes it into account. */
  readonly claims = createClaimStore();

  private loading: Promise<Engine> | undefined;
  private loaded: Engine | undefined;

  /** Fires once the engine is there. */
  readonly onDidLoad = this.loadedEmitter.event;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {
    super();
  }

  get current(): Engine | undefined {
    return this.loaded;
  }

  /** Rejects when the package has no readable catalog; a later call tries again. */
  engine(): Promise<Engine> {
    return (this.loading ??= this.load().catch((failure: unknown) => {
      this.loading = undefined;
      throw failure;
    }));
  }

  private async load(): Promise<Engine> {
    const started = Date.now();
    const uri = vscode.Uri.joinPath(this.extensionUri, 'dist', 'catalog.jsonl');
    const [{ createEngine }, { decodeCatalog }, bytes] = await Promise.all([
      import('../core/engine'),
      import('../core/catalog/compiled'),
      vscode.workspace.fs.readFile(uri),
    ]);
    const catalog = decodeCatalog(new TextDecoder().decode(bytes));
    const engine = createEngine(catalog, systemClock, this.claims);
    this.loaded = engine;
    this.log.info(`catalog of ${catalog.date} loaded in ${Date.now() - started} ms`);
    this.loadedEmitter.fire();
    return engine;
  }
}
