import type { ModelRecord, Source } from '../../core/catalog/records';
import type { Registry } from '../../core/vocabulary';
import type { DataFile } from './readData';

/** A model as people write it: only what is known, its id the key. */
export type ModelEntry = Partial<Omit<ModelRecord, 'id' | 'registry' | 'sources'>> & {
  /** Source keys that supply every stated fact, or source keys with the facts that each supplies. */
  readonly sources: readonly string[] | Readonly<Record<string, readonly string[]>>;
};

export interface ModelFile {
  readonly registry: Registry;
  /** Where given, the keys of `models` are names under this owner. */
  readonly owner?: string;
  readonly publisher?: string;
  readonly models: Readonly<Record<string, ModelEntry>>;
}

export interface NamedSource {
  readonly title: string;
  readonly url: string | null;
  readonly license: string | null;
  readonly date: string;
  readonly kind: 'own-file' | 'own-card' | 'curated' | 'list';
}
export type NamedSources = Readonly<Record<string, NamedSource>>;

const CONFIDENCE = { 'own-file': 'high', 'own-card': 'high', curated: 'medium', list: 'low' } as const;

/** The full records of one file of models, in its order. */
export function modelsOf(file: DataFile, sources: NamedSources): ModelRecord[] {
  const { registry, owner, publisher, models } = file.value as ModelFile;
  return Object.entries(models).map(([key, entry]) => {
    const { sources: from, ...facts } = entry;
    return {
      id: owner === undefined ? key : `${owner}/${key}`,
      registry, name: null, publisher: publisher ?? null, license: null, openness: null, components: {}, lineage: [], copyOf: null,
      task: null, multimodal: null, parameters: null, released: null, gated: null, status: { state: 'active' }, aliases: [], contradictions: [],
      ...facts,
      sources: sourcesOf(from, Object.keys(facts), sources),
    };
  });
}

function sourcesOf(from: ModelEntry['sources'], stated: readonly string[], sources: NamedSources): Source[] {
  const pairs = Array.isArray(from) ? from.map((key: string) => [key, stated] as const) : Object.entries(from);
  return pairs.map(([key, facts]) => ({
    source: key, facts, date: sources[key]?.date ?? '', confidence: CONFIDENCE[sources[key]?.kind ?? 'list'],
  }));
}
