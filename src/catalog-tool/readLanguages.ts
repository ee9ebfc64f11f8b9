import type { ModelRecord } from '../core';
import { type NamedSources, sourcesOf } from './namedSources';
import type { DataFile } from './readData';

/** What one source says of the languages of models. */
interface LanguageFile {
  /** Key of `sources.yaml`. */
  readonly source: string;
  /** Codes joined by spaces, by the canonical id of the model. */
  readonly models: Readonly<Record<string, string>>;
}

/**
 * Adds to a record the languages that its card names. Where two sources know a model, the one that speaks for the later day counts.
 * Throws on a model that two files of one source name, and on an unknown source.
 */
export function languagesOf(
  files: readonly DataFile[],
  sources: NamedSources,
): (model: ModelRecord) => ModelRecord {
  const told = new Map<string, { readonly codes: string; readonly source: string; readonly date: string }>();
  for (const { path, value } of files) {
    const { source, models } = value as LanguageFile;
    const date = sources[source]?.date;
    if (date === undefined) throw new Error(`${path}: no source ${source}`);
    for (const [id, codes] of Object.entries(models)) {
      const known = told.get(id.toLowerCase());
      if (known === undefined || known.date < date) told.set(id.toLowerCase(), { codes, source, date });
    }
  }
  return (model) => {
    const known = model.registry === 'huggingface' ? told.get(model.id.toLowerCase()) : undefined;
    if (known === undefined) return model;
    return {
      ...model,
      languages: known.codes.trim().split(/\s+/),
      sources: [...model.sources, ...sourcesOf({ [known.source]: ['languages'] }, [], sources)],
    };
  };
}
