import { english, message, type Message, render, type Translate } from '../message';

/** The language in which a report for people is written. Its data stay as they are: names, rules, words of policies, dates. */
export interface Language {
  /** BCP 47, as `ja`: names of countries are said in it. */
  readonly tag: string;
  readonly translate: Translate;
}

/** The languages that there are translations to, by the names of their bundles, each with its tag. */
export const TRANSLATED: Readonly<Record<'ja' | 'zh-cn', string>> = { ja: 'ja', 'zh-cn': 'zh-CN' };

export const ENGLISH: Language = { tag: 'en', translate: english };

export function say(text: Message, { translate }: Language): string {
  return render(text, translate);
}

/** A word of the catalog or of policies: English readers get the word itself, which is what a policy is written with. */
export function sayWord<Word extends string>(
  word: Word,
  words: Readonly<Partial<Record<Word, Message>>>,
  language: Language,
): string {
  const text = language.tag === ENGLISH.tag ? undefined : words[word];
  return text === undefined ? word : say(text, language);
}

/** A text with more on it behind: `gemma (inferred)`. */
export function noted(text: string, note: string, language: Language): string {
  return say(message('{0} ({1})', text, note), language);
}

/** A text behind what it is about: `Error: …`. */
export function headed(head: string, text: string, language: Language): string {
  return say(message('{0}: {1}', head, text), language);
}

/** Ends a sentence whose last part is no text, such as a link. */
export function fullStop({ tag }: Language): string {
  return tag === ENGLISH.tag ? '.' : '。';
}

/**
 * Puts short parts side by side: `3 errors, 1 warning`.
 * @param mark what stands between them in English
 */
export function listed(parts: readonly string[], { tag }: Language, mark = ', '): string {
  return parts.join(tag === ENGLISH.tag ? mark : '、');
}
