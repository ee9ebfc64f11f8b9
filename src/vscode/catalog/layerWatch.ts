import * as vscode from 'vscode';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import type { Log } from '../log';
import { onSettingsChanged, readSettings } from '../settings';
import { layerUri } from './layerUri';

/** Loads the catalog again when the files of an organization's own records, or the setting that names them, change. */
export class LayerWatch extends Owner {
  private watchers: readonly vscode.Disposable[] = [];

  constructor(
    private readonly engineHost: EngineHost,
    private readonly log: Log,
  ) {
    super();
    this.own({ dispose: () => this.stop() });
    this.own(onSettingsChanged(() => this.reload(), 'catalog.layers'));
    this.watch();
  }

  private watch(): void {
    this.stop();
    this.watchers = readSettings(undefined).catalogLayers.flatMap((path) => {
      const uri = layerUri(path);
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), nameOf(uri)),
      );
      const reload = (): void => this.reload();
      return [watcher, watcher.onDidChange(reload), watcher.onDidCreate(reload), watcher.onDidDelete(reload)];
    });
  }

  private reload(): void {
    this.watch();
    this.log.watch(this.engineHost.reload(), 'catalog');
  }

  private stop(): void {
    for (const watcher of this.watchers) watcher.dispose();
    this.watchers = [];
  }
}

/** The name of a file as a pattern that matches it alone. */
function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/[*?[\]{}]/g, '[$&]');
}
