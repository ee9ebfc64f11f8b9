import type { CatalogView } from './catalogView';

/** The ids that a text lists, one a line; empty lines and `#` comments list none. A former name without an owner becomes the present one. */
export function idsIn(text: string, catalog: CatalogView): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
  return lines.map((line) => (line.includes('/') ? line : catalog.present(line)));
}

/** The models of the catalog whose newest source is older than a day. */
export function idsOlderThan(day: string, { models }: CatalogView): readonly string[] {
  return models.filter(({ sources }) => sources.every(({ date }) => date < day)).map(({ id }) => id);
}

/** Each id once, sorted without case. */
export function distinct(ids: readonly string[]): readonly string[] {
  const byName = new Map(ids.map((id) => [id.toLowerCase(), id]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id);
}
