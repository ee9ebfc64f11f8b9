import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands/registerCommands';
import { createServices } from './services';

/** Registers everything and reads nothing: no file, no catalogue, no network. */
export function activateExtension(context: ExtensionContext): void {
  const services = createServices(context);
  context.subscriptions.push(...registerCommands(services));
}
