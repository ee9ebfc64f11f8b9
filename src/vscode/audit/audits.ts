import * as vscode from 'vscode';
import { auditEntries, type AuditEntry } from '../../core/audit/entries';
import type { AuditProgress, AuditResult, Located } from '../../core/audit/result';
import type { Finding } from '../../core/policy/finding';
import { setContextKey } from '../contextKey';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import type { Host } from '../host';
import { auditFolders } from './auditFolders';

/** A finished or cancelled audit, with the folders that its places refer to. */
export interface AuditRun {
  readonly result: AuditResult;
  readonly entries: readonly AuditEntry[];
  readonly folders: readonly vscode.WorkspaceFolder[];
  readonly catalogDate: string;
}

/** Runs the audit of the workspace, one at a time, and keeps the last result. It never starts by itself. */
export class Audits extends Owner {
  private readonly changeEmitter = this.own(new vscode.EventEmitter<AuditRun | undefined>());
  private cancellation: vscode.CancellationTokenSource | undefined;
  private lastRun: AuditRun | undefined;

  /** Fires with the new result, or `undefined` when it was cleared. */
  readonly onDidChange = this.changeEmitter.event;

  constructor(private readonly engineHost: EngineHost, private readonly host: Host) {
    super();
  }

  get last(): AuditRun | undefined {
    return this.lastRun;
  }

  cancel(): void {
    this.cancellation?.cancel();
  }

  clear(): void {
    this.set(undefined);
  }

  /** Resolves with what was found, also when cancelled on the way; `undefined` when one is running already or no folder is open. */
  async run(): Promise<AuditRun | undefined> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (this.cancellation !== undefined || folders.length === 0) return undefined;
    const cancellation = (this.cancellation = new vscode.CancellationTokenSource());
    setContextKey('auditRunning', true);
    try {
      const options = {
        location: vscode.ProgressLocation.Notification, cancellable: true, title: vscode.l10n.t('Auditing the models of the workspace'),
      };
      return await vscode.window.withProgress(options, (progress, token) => {
        token.onCancellationRequested(() => cancellation.cancel());
        return this.audit(folders, cancellation.token, progressReporter(progress));
      });
    } finally {
      cancellation.dispose();
      this.cancellation = undefined;
      setContextKey('auditRunning', false);
    }
  }

  private async audit(
    folders: readonly vscode.WorkspaceFolder[], token: vscode.CancellationToken, onProgress: (progress: AuditProgress) => void,
  ): Promise<AuditRun> {
    const [engine, { audit }] = await Promise.all([this.engineHost.engine(), import('../../core/audit/audit')]);
    const signal = { get cancelled() { return token.isCancellationRequested; } };
    const result = await audit({ folders: auditFolders(folders, this.host), signal, onProgress }, {
      engine, clock: { now: () => Date.now() }, pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
      decode: (bytes, encoding) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes),
    });
    const run: AuditRun = { result, entries: auditEntries(result), folders, catalogDate: engine.catalog.date };
    this.set(run);
    return run;
  }

  private set(run: AuditRun | undefined): void {
    this.lastRun = run;
    setContextKey('hasResults', run !== undefined);
    this.changeEmitter.fire(run);
  }
}

/** What an audit found in one file. */
export function findingsIn(run: AuditRun, uri: vscode.Uri): Finding[] {
  const key = uri.toString();
  return run.entries.filter((entry) => uriOf(run, entry).toString() === key).flatMap(({ findings }) => findings);
}

/** The file of a place of an audit. */
export function uriOf({ folders }: AuditRun, { folder, path }: Located): vscode.Uri {
  const root = folders[folder];
  if (root === undefined) throw new RangeError(`no folder ${folder} of ${folders.length}`);
  return vscode.Uri.joinPath(root.uri, folders.length > 1 ? path.slice(root.name.length + 1) : path);
}

/** The editor's bar counts in percent of what is left to do, and only from when the number of files is known. */
function progressReporter(progress: vscode.Progress<{ message?: string; increment?: number }>): (state: AuditProgress) => void {
  let shown = 0;
  return ({ phase, done, total }) => {
    if (phase === 'list') return progress.report({ message: vscode.l10n.t('{0} files found', done) });
    const percent = Math.floor((done / Math.max(total, 1)) * 100);
    if (percent === shown) return;
    progress.report({ message: vscode.l10n.t('{0} of {1} files', done, total), increment: percent - shown });
    shown = percent;
  };
}
