import type { ExtensionContext } from 'vscode';
import { registerTools } from './agent/registerTools';
import { registerCommands } from './commands/registerCommands';
import type { Host } from './host';
import { createServices } from './services';

/** Registers everything and reads nothing: no file, no catalogue, no network. */
export function activateExtension(context: ExtensionContext, host: Host): void {
  const services = createServices(context, host);
  context.subscriptions.push(...registerCommands(services), ...registerTools(services));
}
