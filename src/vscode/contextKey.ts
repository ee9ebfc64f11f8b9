import * as vscode from 'vscode';
import { PREFIX, type ContextKey } from './names';

/** Tells the menus. It may take effect a moment later; nothing waits for it. */
export function setContextKey(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', `${PREFIX}.${key}`, value);
}
