import * as vscode from 'vscode';
import type { Logger } from '../core';

/** The output channel, which is also the {@link Logger} that the engine is given. File contents are never written to it. */
export class Log implements Logger, vscode.Disposable {
  private readonly channel = vscode.window.createOutputChannel('Model License Lens', { log: true });

  info(text: string): void {
    this.channel.info(text);
  }

  warn(text: string): void {
    this.channel.warn(text);
  }

  error(text: string): void {
    this.channel.error(text);
  }

  /** Lets work run on without a waiter: a failure is written down with what was being done, and nothing pops up. */
  watch(work: PromiseLike<unknown>, doing: string): void {
    work.then(undefined, (failure: unknown) => this.error(`${doing}: ${describeFailure(failure)}`));
  }

  show(): void {
    this.channel.show(true);
  }

  dispose(): void {
    this.channel.dispose();
  }
}

export function describeFailure(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
