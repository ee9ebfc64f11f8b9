import type { ModelRecord, Registry } from '../core';
import type { DataFile } from './readData';

/** One file of `aliases/`: how a registry spells the names of models that have their record under another name. */
export interface SpellingFile {
  readonly registry: Registry;
  readonly sources: readonly string[];
  /** Owners that were renamed as a whole, by their former name. */
  readonly owners?: Readonly<Record<string, string>>;
  /** The id of the model, by spelling. */
  readonly spellings?: Readonly<Record<string, string>>;
}

/** The present id of a repository of the Hub: its own former name or its owner's is replaced. */
export function presentId(files: readonly SpellingFile[]): (id: string) => string {
  const hub = files.filter((file) => file.registry === 'huggingface');
  const ids = new Map(
    hub.flatMap((file) => Object.entries(file.spellings ?? {})).map(([old, id]) => [old.toLowerCase(), id]),
  );
  const owners = new Map(
    hub
      .flatMap((file) => Object.entries(file.owners ?? {}))
      .map(([old, owner]) => [old.toLowerCase(), owner]),
  );
  return (id) => {
    const known = ids.get(id.toLowerCase());
    if (known !== undefined) return known;
    const slash = id.indexOf('/');
    const owner = slash < 0 ? undefined : owners.get(id.slice(0, slash).toLowerCase());
    return owner === undefined ? id : `${owner}${id.slice(slash)}`;
  };
}

export function spellingFiles(files: readonly DataFile[]): SpellingFile[] {
  return files.map((file) => file.value as SpellingFile);
}

/** The Hub's models to which only a spelling leads: each id once, with the sources of the first file that names it. */
export function spelledOnly(
  models: readonly ModelRecord[],
  files: readonly SpellingFile[],
): readonly { readonly id: string; readonly sources: readonly string[] }[] {
  const listed = new Set(models.map(({ id }) => id.toLowerCase()));
  const found = new Map<string, { readonly id: string; readonly sources: readonly string[] }>();
  for (const { sources, spellings = {} } of files) {
    for (const id of Object.values(spellings)) {
      const key = id.toLowerCase();
      if (id.includes('/') && !listed.has(key) && !found.has(key)) found.set(key, { id, sources });
    }
  }
  return [...found.values()];
}

/** Adds to each record the spellings that other registries, and its own past, have for it. */
export function addSpellings(models: readonly ModelRecord[], files: readonly SpellingFile[]): ModelRecord[] {
  const aliases = new Map(models.map((model) => [model.id.toLowerCase(), new Set(model.aliases)]));
  for (const { registry, owners = {}, spellings = {} } of files) {
    for (const [spelling, id] of Object.entries(spellings)) {
      aliases.get(id.toLowerCase())?.add(`${registry}:${spelling}`);
    }
    for (const [old, owner] of Object.entries(owners)) {
      for (const [id, known] of aliases) {
        if (id.startsWith(`${owner.toLowerCase()}/`))
          known.add(`${registry}:${old}${id.slice(owner.length)}`);
      }
    }
  }
  return models.map((model) => ({
    ...model,
    aliases: [...(aliases.get(model.id.toLowerCase()) ?? [])].sort(),
  }));
}
