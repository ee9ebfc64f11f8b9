/**
 * A sentence for people, kept apart from its language. Reports and the command line print the English template;
 * the editor passes `vscode.l10n.t`, so a finding reads the same everywhere but for its language.
 */
export interface Message {
  /** English, with `{0}`, `{1}` … for the arguments. It is also the key of the translation bundles. */
  readonly template: string;
  readonly args: readonly (string | number | Message)[];
}

export type Translate = (template: string, ...args: (string | number)[]) => string;

/** Makes a {@link Message}; an argument may be a sentence itself. Named so that a test can collect every template for the translation bundles. */
export function message(template: string, ...args: (string | number | Message)[]): Message {
  return { template, args };
}

/** Two sentences, or lists, as one text, with the mark between them that its language has. */
export function withSemicolon(one: string | Message, next: string | Message): Message {
  return message('{0}; {1}', one, next);
}

/** The same with two entries of a list. */
export function withComma(one: string | Message, next: string | Message): Message {
  return message('{0}, {1}', one, next);
}

/** Several sentences as one. */
export function joined(first: Message, ...more: readonly Message[]): Message {
  return more.reduce((text, next) => withSemicolon(text, next), first);
}

/**
 * Several texts of one language as one.
 *
 * @param say a text in the language
 * @param joinTwo puts the mark between two of them
 */
export function sideBySide(
  texts: readonly string[],
  say: (text: Message) => string,
  joinTwo = withSemicolon,
): string {
  return texts.length === 0 ? '' : texts.reduce((text, next) => say(joinTwo(text, next)));
}

/** A text behind its label, in one language. A wide colon, as in Japanese and Chinese, has its own space. */
export function labeled(label: string, text: string): string {
  return label.endsWith('：') ? label + text : `${label} ${text}`;
}

/** Sentences one after another, in one language. The full stop of Japanese and Chinese has its own space. */
export function paragraph(sentences: readonly string[]): string {
  return sentences.reduce(
    (text, next) => `${text}${text === '' || text.endsWith('。') ? '' : ' '}${next}`,
    '',
  );
}

/** Fills the placeholders of an English template; a placeholder without an argument stays as it is. */
export const english: Translate = (template, ...args) =>
  template.replace(/\{(\d{1,2})\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));

/**
 * A sentence in a language. A question that stands in another sentence ends with its own mark alone, and behind a wide mark that ends a
 * part stands no blank, which that mark has itself.
 */
export function render(text: Message, translate: Translate = english): string {
  const args = text.args.map((arg) => (typeof arg === 'object' ? render(arg, translate) : arg));
  const said = translate(text.template, ...args);
  if (args.length === 0) return said;
  return args.reduce<string>(
    (whole, arg, index) =>
      typeof text.args[index] === 'object' && WIDE_END.test(String(arg))
        ? whole.replaceAll(`${arg} `, String(arg))
        : whole,
    said.replaceAll('？。', '？'),
  );
}

const WIDE_END = /[）。：？]$/;
