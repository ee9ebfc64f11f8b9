import type { Model } from '../model';
import type { Registry } from '../vocabulary';

/** A model of which nothing is known but its name: where facts from outside the catalog start. */
export function unlistedModel(id: string, registry: Registry): Model {
  return {
    id,
    name: id.slice(id.indexOf('/') + 1),
    registry,
    aliases: [],
    publisher: null,
    origin: [],
    openness: { level: 'unknown', components: {} },
    license: { declared: null, effective: null },
    lineage: [],
    task: null,
    parameters: null,
    released: null,
    gated: null,
    status: { state: 'unknown' },
    copyOf: null,
    contradictions: [],
    evidence: [],
  };
}
