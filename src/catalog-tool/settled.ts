import type { ModelRecord, OpennessLevel } from '../core';
import type { DataFile } from './readData';

/**
 * A disagreement settled by hand: what one or several models are in truth, why, and where that was read. It goes before every
 * merged claim, and may name a model of the Hub that no merged source lists.
 */
export interface Settled {
  readonly models: readonly string[];
  readonly license?: string;
  /** License of the code, where it is another one than that of the weights. */
  readonly codeLicense?: string;
  /** Further licenses of the weights that hold at the same time. */
  readonly alsoLicenses?: readonly string[];
  /** The words that this model's copy of the license asks to show. */
  readonly displayPhrase?: string;
  readonly openness?: OpennessLevel;
  readonly components?: ModelRecord['components'];
  readonly lineage?: ModelRecord['lineage'];
  /** For a re-packed copy whose name does not tell of what. */
  readonly copyOf?: string;
  readonly publisher?: string;
  /** Whether it takes or gives more than text. */
  readonly multimodal?: boolean;
  /** Whether its files can be had only after terms were accepted or access was asked for. */
  readonly gated?: boolean;
  /** When it was given out: a year, month or day. */
  readonly released?: string;
  /** What other sources say and why they are not followed; begins with the name of the fact. */
  readonly reason?: string;
  /** An address specific enough to go and check. */
  readonly source: string;
  readonly date: string;
}

export function settledOf(files: readonly DataFile[]): Settled[] {
  return files.flatMap((file) => file.value as Settled[]);
}

/** Puts what was settled in the place of what was merged. Settled models of the Hub without a record get one. */
export function settle(
  models: readonly ModelRecord[],
  settled: readonly Settled[],
  unlisted: (id: string) => ModelRecord,
): ModelRecord[] {
  const byId = new Map<string, { readonly id: string; readonly entries: Settled[] }>();
  for (const entry of settled) {
    for (const id of entry.models) {
      const known = byId.get(id.toLowerCase());
      if (known === undefined) byId.set(id.toLowerCase(), { id, entries: [entry] });
      else known.entries.push(entry);
    }
  }
  const listed = models.map((model) =>
    (byId.get(model.id.toLowerCase())?.entries ?? []).reduce(apply, model),
  );
  for (const model of models) byId.delete(model.id.toLowerCase());
  return [...listed, ...[...byId.values()].map(({ id, entries }) => entries.reduce(apply, unlisted(id)))];
}

/** What can be settled. */
export const SETTLED_FACTS = [
  'license',
  'codeLicense',
  'alsoLicenses',
  'displayPhrase',
  'openness',
  'components',
  'lineage',
  'copyOf',
  'publisher',
  'multimodal',
  'gated',
  'released',
] as const;

function apply(model: ModelRecord, settled: Settled): ModelRecord {
  const { reason, source, date } = settled;
  const names: string[] = SETTLED_FACTS.filter((fact) => settled[fact] !== undefined);
  const facts = Object.fromEntries(names.map((name) => [name, settled[name as keyof Settled]]));
  const kept = model.sources.map((from) => ({
    ...from,
    facts: from.facts.filter((fact) => !names.includes(fact)),
  }));
  return {
    ...model,
    ...facts,
    contradictions:
      reason === undefined
        ? model.contradictions
        : [
            ...model.contradictions.filter((text) => !names.some((name) => text.startsWith(`${name}:`))),
            reason,
          ],
    sources: [
      { source, date, facts: names, confidence: 'high' },
      ...kept.filter((from) => from.facts.length > 0),
    ],
  };
}
