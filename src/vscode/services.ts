import type * as vscode from 'vscode';
import { Log } from './log';

/** What providers, views and commands share. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: Log;
}

/** Builds them without reading anything: the catalogue and the policies are read on first use. */
export function createServices(context: vscode.ExtensionContext): Services {
  const log = new Log();
  context.subscriptions.push(log);
  return { context, log };
}
