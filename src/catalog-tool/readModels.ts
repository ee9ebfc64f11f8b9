import { type ModelRecord, NOTHING_KNOWN, type Registry } from '../core';
import { sourcesOf, type NamedSources, type StatedSources } from './namedSources';
import type { DataFile } from './readData';

/** A model as people write it: only what is known, its id the key. */
export type ModelEntry = Partial<Omit<ModelRecord, 'id' | 'registry' | 'sources'>> & {
  readonly sources: StatedSources;
};

export interface ModelFile {
  readonly registry: Registry;
  /** Where given, the keys of `models` are names under this owner. */
  readonly owner?: string;
  /** The organization behind every model of the file; without it, the one that owns each id's namespace. */
  readonly publisher?: string;
  /** Facts that every model of the file shares unless it states its own. */
  readonly defaults?: Partial<ModelEntry>;
  readonly models: Readonly<Record<string, ModelEntry>>;
}

/** The sources that an entry cites, each with the facts that it supplies: a list supplies all of them, or the id. */
export function citationsOf({
  sources,
  ...facts
}: ModelEntry): readonly (readonly [string, readonly string[]])[] {
  if (!isList(sources)) return Object.entries(sources);
  const stated = Object.keys(facts).filter((fact) => fact !== 'contradictions' && fact !== 'copyOf');
  return sources.map((cited) => [cited, stated.length > 0 ? stated : ['id']] as const);
}

function isList(sources: StatedSources): sources is readonly string[] {
  return Array.isArray(sources);
}

/** The full records of one file of models, in its order. `ownerOf` names the organization behind an id. */
export function modelsOf(
  file: DataFile,
  sources: NamedSources,
  ownerOf: (registry: Registry, id: string) => string | null,
): ModelRecord[] {
  const { registry, owner, publisher, defaults, models } = file.value as ModelFile;
  return Object.entries(models).map(([key, entry]) => {
    const { sources: from, ...facts } = { ...defaults, ...entry };
    const id = owner === undefined ? key : `${owner}/${key}`;
    return {
      id,
      registry,
      ...NOTHING_KNOWN,
      publisher: publisher ?? ownerOf(registry, id),
      ...facts,
      sources: sourcesOf(
        from,
        Object.keys(facts).filter((fact) => fact !== 'contradictions'),
        sources,
      ),
    };
  });
}
