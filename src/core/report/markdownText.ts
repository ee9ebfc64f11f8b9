import { visible } from './visible';

/** Characters that begin markup in Markdown, or HTML within it. */
const ACTIVE = /[\\`*_{}[\]<>#!|~&$]/g;

/** Text as it is, in a table cell or paragraph: nothing in it becomes markup or mentions a person. */
export function escapeMarkdown(text: string): string {
  return visible(text.replace(/[\r\n\t]+/g, ' '))
    .replace(ACTIVE, '\\$&')
    .replaceAll('@', '&#64;');
}

/** Sentences of this program: what stands in backticks stays code, and nothing else becomes markup. */
export function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 0 ? escapeMarkdown(part) : part))
    .join('');
}

/** Text in a code span, whatever backticks it has. */
export function codeSpan(text: string): string {
  const plain = visible(text.replace(/[\r\n\t]+/g, ' ')).replaceAll('|', '\\|');
  let fence = '`';
  while (plain.includes(fence)) fence += '`';
  const pad = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`;
}

export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
