import type { CatalogRecords } from '../core';

/** The sources of the catalog as a Markdown table, for the README: title with address, license of the data, newest day. */
export function sourceTable({ sources }: Pick<CatalogRecords, 'sources'>): readonly string[] {
  const rows = Object.values(sources).map(
    ({ title, url, license, date }) =>
      `| ${url === null ? escape(title) : `[${escape(title)}](${url})`} | ${license ?? 'none stated; facts only'} | ${date} |`,
  );
  return [
    '| source | license | newest |',
    '|---|---|---|',
    ...rows.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
  ];
}

function escape(text: string): string {
  return text.replace(/[|[\]]/g, '\\$&');
}
