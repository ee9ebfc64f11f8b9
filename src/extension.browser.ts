import type { ExtensionContext } from 'vscode';
import { activateExtension } from './vscode/activate';

/** The entry in a browser, where neither Node nor files exist. */
export function activate(context: ExtensionContext): void {
  activateExtension(context);
}
