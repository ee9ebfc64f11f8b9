import * as vscode from 'vscode';
import { type Message, render, type Translate } from '../core';

/** The editor's language for the engine's sentences. */
export const translate: Translate = (template, ...args) => vscode.l10n.t(template, ...args);

export function localize(text: Message): string {
  return render(text, translate);
}
