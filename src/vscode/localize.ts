import * as vscode from 'vscode';
import { ENGLISH, type Language, type Message, render, type Translate } from '../core';

/** The editor's language for the engine's sentences. */
export const translate: Translate = (template, ...args) => vscode.l10n.t(template, ...args);

export function localize(text: Message): string {
  return render(text, translate);
}

/** Of those of the command line's reports, so that a page has its dates, lists and countries in the language of its sentences. */
const TRANSLATED: ReadonlySet<string> = new Set(['ja', 'zh-cn']);

/** The language of a report for people: the editor's, as far as there is a translation to it. */
export function reportLanguage(): Language {
  const tag = vscode.env.language.toLowerCase();
  return TRANSLATED.has(tag) ? { tag, translate } : ENGLISH;
}
