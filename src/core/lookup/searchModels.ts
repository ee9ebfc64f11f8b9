import type { Catalog, ModelRecord } from '../catalog/records';

/** What people call what a model does, beside the Hub's word for it, which many names of such models have not. */
const SPOKEN: Readonly<Record<string, string>> = {
  'feature-extraction': 'embedding embeddings',
  'sentence-similarity': 'embedding embeddings',
  'text-ranking': 'reranker reranking',
  'automatic-speech-recognition': 'transcription speech-to-text',
  'text-to-speech': 'tts voice',
};

/**
 * Models of the catalog of which every word that is asked for stands in the id, the publisher's id or name, the task (also as people call it)
 * or the license, whatever its case. Those of a publisher whose id begins with a word come first, then those whose id or name has a word in it, then those of other known publishers,
 * then copies and the rest;
 * in each of these groups in the catalog's order. None for a query without a word.
 */
export function searchModels(catalog: Catalog, query: string): readonly ModelRecord[] {
  // Each once: a text of many words must not take the longer the more often it says the same.
  const words = [...new Set(query.toLowerCase().split(/\s+/).filter(Boolean))];
  if (words.length === 0) return [];
  const groups: readonly ModelRecord[][] = [[], [], [], []];
  for (const model of catalog.models) {
    const { id, publisher, task, license, copyOf } = model;
    const organization = publisher === null ? undefined : catalog.organization(publisher);
    const maker = [publisher, organization?.name].join(' ').toLowerCase();
    const does = task === null ? undefined : SPOKEN[task];
    const text = `${[id, task, does, license].join(' ').toLowerCase()} ${maker}`;
    if (!words.every((word) => text.includes(word))) continue;
    const named = words.some((word) => maker.includes(word));
    const own = publisher !== null && copyOf === null;
    const begins = own && words.some((word) => publisher.startsWith(word));
    groups[!own ? 3 : begins ? 0 : named ? 1 : 2]?.push(model);
  }
  return groups.flat();
}
