import { escapeMarkdown } from '../report/markdownText';

/**
 * Text from the catalog, the Hub or the file, as it is: nothing in it becomes markup, an icon or a link. Addresses are broken up,
 * because Markdown makes links of them without any marks.
 */
export function plain(text: string): string {
  return escapeMarkdown(text)
    .replace(/\b(https?|ftp|mailto|vscode|command|file):/gi, '$1\\:')
    .replace(/\bwww\./gi, 'www\\.');
}

/** An `https:` address of a plain host and path, which can stand in a link; `undefined` for any other. */
export function safeUrl(url: string | null | undefined): string | undefined {
  return url !== null && url !== undefined && /^https:\/\/[\w.-]+(?:\/[\w./%~+@-]*)?$/.test(url)
    ? url
    : undefined;
}

/** @param address one that this project made: a checked URL, or the host's command link */
export function link(text: string, address: string): string {
  return `[${plain(text)}](${address})`;
}
