import type { Catalog, ModelRecord } from '../catalog/records';

/**
 * Models of the catalog of which every word that is asked for stands in the id, the publisher's id or name, the task or the license,
 * whatever its case; in the catalog's order. None for a query without a word.
 */
export function searchModels(catalog: Catalog, query: string): readonly ModelRecord[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return catalog.models.filter(({ id, publisher, task, license }) => {
    const organization = publisher === null ? undefined : catalog.organization(publisher);
    const text = [id, publisher, organization?.name, task, license].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
