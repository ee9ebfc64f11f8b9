import type { ExtensionContext } from 'vscode';
import { activateExtension } from './vscode/activate';

/** The entry in a browser, where there is no Node and no disk. */
export function activate(context: ExtensionContext): void {
  activateExtension(context, {});
}
