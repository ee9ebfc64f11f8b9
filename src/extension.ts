import type { ExtensionContext } from 'vscode';
import { diskFiles } from './node/fileSource';
import { activateExtension } from './vscode/activate';

/** The entry on the desktop and on a remote host. */
export function activate(context: ExtensionContext): void {
  activateExtension(context, { diskFiles });
}
