import type { CatalogRecords } from '../core';

/** The page `SOURCES.md`: the sources of the catalog as a Markdown table of title with address, license of the data and newest day. */
export function sourcePage(records: Pick<CatalogRecords, 'sources'>): string {
  return `${HEADER}${sourceTable(records).join('\n')}\n`;
}

const HEADER =
  '# Sources of the catalog\n\nWritten by `catalog sources` from `sources.yaml`. Short facts were taken, and no descriptions.\n\n';

function sourceTable({ sources }: Pick<CatalogRecords, 'sources'>): readonly string[] {
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
