import type { Catalog, ModelRecord } from '../catalog/records';
import { perObject } from '../once';

/** What people call what a model does, beside the Hub's word for it, which many names of such models have not. */
const SPOKEN: Readonly<Record<string, string>> = {
  'feature-extraction': 'embedding embeddings',
  'sentence-similarity': 'embedding embeddings',
  'text-ranking': 'reranker reranking',
  'automatic-speech-recognition': 'transcription speech-to-text',
  'text-to-speech': 'tts voice',
};

/** The words of tasks, as the Hub and people say them, that a query may be asked by. */
const TASK_WORDS = perObject(
  ({ models }: Catalog): ReadonlySet<string> =>
    new Set(
      [...new Set(models.map(({ task }) => task))].flatMap((task) =>
        task === null ? [] : [task, ...(SPOKEN[task]?.split(' ') ?? [])],
      ),
    ),
);

/**
 * How many models of which no source tells the task a query by words of a task leaves out: they have all its other words. None for a query
 * without such a word, or without another one, which would count every model of which no task is known.
 */
export function withoutTask(catalog: Catalog, query: string): number {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const others = words.filter((word) => !TASK_WORDS(catalog).has(word));
  if (others.length === words.length || others.length === 0) return 0;
  const found = new Set(searchModels(catalog, query));
  return searchModels(catalog, others.join(' ')).filter((model) => model.task === null && !found.has(model))
    .length;
}

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
