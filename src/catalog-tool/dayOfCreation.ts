import type { ModelRecord } from '../core';
import type { NamedSources } from './namedSources';

/** From which day on the Hub's records know when a repository was created; it stands for all that were created before. */
export const IMPORT_DAY = '2022-03-02';

/**
 * Calls a day what it is where all that is known is when the repository of a model was created on the Hub: mostly days before its
 * release. A re-packed copy has no day at all then, for it is packed before or after the model is given out.
 */
export function withDayOfCreation(model: ModelRecord, sources: NamedSources): ModelRecord {
  const { registry, copyOf, released } = model;
  const telling = model.sources.filter(({ facts }) => facts.includes('released'));
  const isOfRelease = telling.some(({ source }) => sources[source]?.daysOfCreation !== true);
  if (released === null || telling.length === 0 || isOfRelease) return model;
  if (copyOf === null && (registry !== 'huggingface' || released <= IMPORT_DAY)) return model;
  const others = model.sources.map((source) => ({
    ...source,
    facts: source.facts.flatMap((fact) => (fact !== 'released' ? fact : copyOf === null ? 'created' : [])),
  }));
  return {
    ...model,
    released: null,
    created: copyOf === null ? released : null,
    sources: others.filter(({ facts }) => facts.length > 0),
  };
}
