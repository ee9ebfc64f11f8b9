import { escapeMarkdown } from '../../core';

/** An address that a page may link to; anything else is shown as text. */
export function link(text: string, address: string | null): string {
  return address !== null && /^https:\/\/[\w.-]+\/[^\s()<>"]*$/.test(address)
    ? `[${escapeMarkdown(text)}](${address})`
    : escapeMarkdown(text);
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}\n`).join('');
}

export function section(title: string, body: string): string {
  return body === '' ? '' : `## ${escapeMarkdown(title)}\n\n${body}\n`;
}
