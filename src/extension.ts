import type { ExtensionContext } from 'vscode';
import { activateExtension } from './vscode/activate';

/** The entry on the desktop and on a remote host. */
export function activate(context: ExtensionContext): void {
  activateExtension(context);
}
