import * as vscode from 'vscode';
import {
  type AuditHost,
  AuditMemory,
  type AuditOptions,
  type AuditProgress,
  type AuditResult,
} from '../../core';
import { setContextKey } from '../contextKey';
import { Owner } from '../disposables';
import type { EngineHost } from '../engineHost';
import type { Host } from '../host';
import { describeFailure, type Log } from '../log';
import type { HubLookups } from '../lookup/hubLookups';
import { decode, pause, systemClock } from '../platform';
import { isLockFile } from '../project/lockFiles';
import { isPolicyFile, type PolicyFiles } from '../project/policyFiles';
import { auditFolders } from './auditFolders';
import { AuditRun } from './auditRun';
import { untilSettled } from './untilSettled';

export interface AuditParts {
  readonly engineHost: EngineHost;
  readonly hub: HubLookups;
  readonly policies: PolicyFiles;
  readonly host: Host;
  readonly log: Log;
}

/** Runs the audit of the workspace, one at a time, and keeps the last result. It never starts by itself. */
export class Audits extends Owner {
  private readonly changeEmitter = this.own(new vscode.EventEmitter<AuditRun | undefined>());
  /** Files that did not change since the last audit are not searched again. */
  private memory = new AuditMemory();
  private cancellation: vscode.CancellationTokenSource | undefined;
  private refreshing: Promise<void> | undefined;
  private lastRun: AuditRun | undefined;
  /** What was known of models, by files and the Hub, when the last audit ended. */
  private learnt = 0;
  /** Grows with every change of what an audit takes in at its beginning: policies, approvals, the folders of the workspace. */
  private changes = 0;
  /** What {@link changes} was when the last search began. */
  private searched = 0;
  private closed = false;

  /** Fires with the new result, or `undefined` when it was cleared. */
  readonly onDidChange = this.changeEmitter.event;

  constructor(private readonly parts: AuditParts) {
    super();
    this.own(
      parts.hub.onDidChange(() => {
        if (parts.engineHost.claims.version !== this.learnt) this.refresh();
      }),
    );
    this.own(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (isLockFile(uri) || isPolicyFile(uri)) this.changed();
      }),
    );
    this.own(vscode.workspace.onDidChangeWorkspaceFolders(() => this.changed()));
    this.own(
      parts.engineHost.onDidReplace(() => {
        this.memory = new AuditMemory();
        this.changed();
      }),
    );
    // Somebody who types in a policy changes what is shown when it is saved; an audit that goes on meanwhile starts over.
    this.own(parts.policies.onDidChange(() => this.changes++));
  }

  /** An audit that goes on when the window is closed ends, and what it found is nobody's any more. */
  override dispose(): void {
    this.closed = true;
    this.cancel();
    super.dispose();
  }

  get last(): AuditRun | undefined {
    return this.lastRun;
  }

  cancel(): void {
    this.cancellation?.cancel();
  }

  clear(): void {
    if (this.refreshing !== undefined) this.cancel();
    this.set(undefined);
  }

  /** Resolves with what was found, also when canceled on the way; `undefined` when one is running already or no folder is open. */
  async run(): Promise<AuditRun | undefined> {
    if (this.refreshing !== undefined) {
      this.cancel();
      await this.refreshing;
    }
    if (this.cancellation !== undefined || openFolders().length === 0) return undefined;
    const cancellation = (this.cancellation = new vscode.CancellationTokenSource());
    setContextKey('auditRunning', true);
    try {
      const options = {
        location: vscode.ProgressLocation.Notification,
        cancellable: true,
        title: vscode.l10n.t('Auditing the models of the workspace'),
      };
      return await vscode.window.withProgress(options, (progress, token) => {
        token.onCancellationRequested(() => cancellation.cancel());
        return this.audit(cancellation.token, progressReporter(progress));
      });
    } finally {
      setContextKey('auditRunning', false);
      this.end(cancellation);
    }
  }

  /** Brings the results up to date, where there are any: unchanged files are not searched again, and nobody is told of it. */
  refresh(): void {
    const { lastRun } = this;
    if (lastRun === undefined || this.cancellation !== undefined) return;
    const cancellation = (this.cancellation = new vscode.CancellationTokenSource());
    const { log } = this.parts;
    this.refreshing = this.audit(cancellation.token, () => undefined)
      .then(
        () => undefined,
        (failure: unknown) => log.error(`audit: ${describeFailure(failure)}`),
      )
      .finally(() => {
        this.refreshing = undefined;
        this.end(cancellation);
      });
  }

  /** What changed when it was too late to start over is taken in now. */
  private end(cancellation: vscode.CancellationTokenSource): void {
    const { isCancellationRequested } = cancellation.token;
    cancellation.dispose();
    this.cancellation = undefined;
    if (this.searched !== this.changes && !isCancellationRequested) this.refresh();
  }

  private changed(): void {
    this.changes++;
    this.refresh();
  }

  private async audit(
    token: vscode.CancellationToken,
    onProgress: (progress: AuditProgress) => void,
  ): Promise<AuditRun> {
    const run = await untilSettled(
      () => this.searchOnce(token, onProgress),
      () => this.changes,
      () => token.isCancellationRequested,
    );
    if (this.closed) return run;
    // A refresh that was cut short knows less than what is shown already, or nobody wants it any more.
    if (this.refreshing === undefined || !run.result.stats.canceled)
      this.set(run.folders.length === 0 ? undefined : run);
    this.learnt = this.parts.engineHost.claims.version;
    return run;
  }

  private async searchOnce(
    token: vscode.CancellationToken,
    onProgress: (progress: AuditProgress) => void,
  ): Promise<AuditRun> {
    const { engineHost, host } = this.parts;
    this.searched = this.changes;
    const [engine, inForce] = await Promise.all([engineHost.engine(), engineHost.inForce()]);
    const folders = openFolders();
    const signal = {
      get canceled() {
        return token.isCancellationRequested;
      },
    };
    const searchers = await host.searchThreads?.(inForce);
    try {
      const result = await this.search(
        { folders: await auditFolders(folders, host), memory: this.memory, signal, onProgress },
        {
          engine,
          decode,
          pause,
          clock: systemClock,
          weights: { claims: engineHost.claims, ...(host.readGguf && { readGguf: host.readGguf }) },
          ...(searchers && { searchers }),
        },
      );
      return new AuditRun(result, folders, inForce);
    } finally {
      await searchers?.close();
    }
  }

  /** With what the Hub and the stores of this machine say, where the user has switched that on. */
  private async search(options: AuditOptions, auditHost: AuditHost): Promise<AuditResult> {
    const { hub } = this.parts;
    if (!hub.isUseful) return (await import('../../core/audit/audit')).audit(options, auditHost);
    const { auditWithResearch } = await import('../../core/audit/auditWithResearch');
    return auditWithResearch(options, auditHost, await hub.researcher());
  }

  private set(run: AuditRun | undefined): void {
    this.lastRun = run;
    setContextKey('hasResults', run !== undefined);
    this.changeEmitter.fire(run);
  }
}

function openFolders(): readonly vscode.WorkspaceFolder[] {
  return vscode.workspace.workspaceFolders ?? [];
}

/** The editor's bar counts in percent of what is left to do, and only from when the number of files is known. */
function progressReporter(
  progress: vscode.Progress<{ message?: string; increment?: number }>,
): (state: AuditProgress) => void {
  let shown = 0;
  return ({ phase, done, total }) => {
    if (phase === 'list') return progress.report({ message: vscode.l10n.t('{0} files found', done) });
    if (phase === 'ask')
      return progress.report({ message: vscode.l10n.t('{0} of {1} models asked about', done, total) });
    const percent = Math.floor((done / Math.max(total, 1)) * 100);
    if (percent <= shown) return;
    progress.report({ message: vscode.l10n.t('{0} of {1} files', done, total), increment: percent - shown });
    shown = percent;
  };
}
