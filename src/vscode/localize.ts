import * as vscode from 'vscode';
import { ENGLISH, type Language, type Message, render, TRANSLATED, type Translate } from '../core';

/** The editor's language for the engine's sentences. */
export const translate: Translate = (template, ...args) => vscode.l10n.t(template, ...args);

export function localize(text: Message): string {
  return render(text, translate);
}

/** The language of a report for people: the editor's, as far as there is a translation to it. */
export function reportLanguage(): Language {
  const name = vscode.env.language.toLowerCase();
  return name === 'ja' || name === 'zh-cn' ? { tag: TRANSLATED[name], translate } : ENGLISH;
}
