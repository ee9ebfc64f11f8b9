import type { ModelRecord } from '../../core/catalog/records';
import type { OpennessLevel } from '../../core/vocabulary';
import type { DataFile } from './readData';

/**
 * A disagreement settled by hand: what one or several models are in truth, why, and where that was read. It goes before every
 * merged claim.
 */
export interface Settled {
  readonly models: readonly string[];
  readonly license?: string;
  readonly openness?: OpennessLevel;
  readonly components?: ModelRecord['components'];
  readonly lineage?: ModelRecord['lineage'];
  readonly publisher?: string;
  readonly reason: string;
  /** An address specific enough to go and check. */
  readonly source: string;
  readonly date: string;
}

export function settledOf(files: readonly DataFile[]): Settled[] {
  return files.flatMap((file) => file.value as Settled[]);
}

/** Puts what was settled in the place of what was merged. Gives the ids that have no record too. */
export function settle(models: readonly ModelRecord[], settled: readonly Settled[]): { readonly models: ModelRecord[]; readonly missing: readonly string[] } {
  const byId = new Map<string, Settled[]>();
  for (const entry of settled) for (const id of entry.models) byId.set(id.toLowerCase(), [...byId.get(id.toLowerCase()) ?? [], entry]);
  const done = models.map((model) => {
    const own = byId.get(model.id.toLowerCase());
    byId.delete(model.id.toLowerCase());
    return own === undefined ? model : own.reduce(apply, model);
  });
  return { models: done, missing: [...byId.keys()] };
}

const FACTS = ['license', 'openness', 'components', 'lineage', 'publisher'] as const;

function apply(model: ModelRecord, settled: Settled): ModelRecord {
  const { reason, source, date } = settled;
  const names: string[] = FACTS.filter((fact) => settled[fact] !== undefined);
  const facts = Object.fromEntries(names.map((name) => [name, settled[name as keyof Settled]]));
  const kept = model.sources.map((from) => ({ ...from, facts: from.facts.filter((fact) => !names.includes(fact)) }));
  return {
    ...model, ...facts,
    contradictions: [...model.contradictions.filter((text) => !names.some((name) => text.startsWith(`${name}:`))), reason],
    sources: [{ source, date, facts: names, confidence: 'high' }, ...kept.filter((from) => from.facts.length > 0)],
  };
}
