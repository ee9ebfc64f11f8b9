import { visible } from './visible';

/** Markup that was written here; everything else is text and is escaped. */
export class Html {
  constructor(readonly markup: string) {}
}

export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[];

/** A template whose values are escaped, unless they are {@link Html} themselves. Lists are joined; `false` and `undefined` are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  return new Html(strings.reduce((markup, string, index) => markup + toMarkup(values[index - 1]) + string));
}

function toMarkup(value: HtmlPart): string {
  if (value instanceof Html) return value.markup;
  if (value === undefined || value === false) return '';
  return typeof value === 'object' ? value.map(toMarkup).join('') : escapeHtml(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it is: nothing in it becomes markup, and what acts on the text around it is shown as its escape. */
export function escapeHtml(text: string): string {
  return entities(text.replace(/[^\t\r\n]+/g, visible));
}

/** A sentence, in which what stands between backticks is shown as code. */
export function sentence(text: string): Html {
  return new Html(escapeHtml(text).replace(/`([^`]{1,80})`/g, '<code>$1</code>'));
}

/** A value that nobody reads, such as a path that a script follows: every character stays. */
export function attribute(value: string): Html {
  return new Html(entities(value));
}

function entities(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
