import type { ExtensionContext } from 'vscode';
import { activateExtension } from './activate';

/** Activates where there is no Node and no disk. */
export function activate(context: ExtensionContext): void {
  activateExtension(context, {});
}
