import type * as vscode from 'vscode';
import { TOOLS } from './agent/tools';
import { HANDLERS } from './commands/handlers';
import type { Host } from './host';
import type { Log } from './log';
import { createServices, type Services } from './services';

/**
 * All the code behind commands, tools, views and providers. It takes longer to load than an editor may be kept waiting while
 * it starts an extension, so it is loaded right after that, or when something needs it before.
 */
export interface Workroom {
  readonly services: Services;
  readonly handlers: typeof HANDLERS;
  readonly tools: typeof TOOLS;
}

/** The same room each time. */
export type OpenWorkroom = () => Promise<Workroom>;

export function openWorkroom(context: vscode.ExtensionContext, host: Host, log: Log): Workroom {
  return { services: createServices(context, host, log), handlers: HANDLERS, tools: TOOLS };
}
