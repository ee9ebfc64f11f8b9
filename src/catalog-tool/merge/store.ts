import { readData } from '../readData';
import type { ModelEntry, ModelFile } from '../readModels';

/** Where the entries of the Hub's models are that a merge may change. */
export const GENERATED = 'generated/huggingface';

/** A record of a model of the Hub as a file has it. */
export interface StoredModel {
  readonly id: string;
  /** Path of its file in the catalog's folder, and its key there. */
  readonly path: string;
  readonly key: string;
  /** The owner that the file puts before its keys. */
  readonly owner: string | undefined;
  /** What it says, with the defaults of its file. */
  readonly entry: ModelEntry;
  readonly defaults: Partial<ModelEntry>;
  /** Written by hand: no merge changes it. */
  readonly isCurated: boolean;
}

/** Every record of a model of the Hub, in the order of the files. */
export function readStore(dataFolder: string): StoredModel[] {
  return [GENERATED, 'curated'].flatMap((folder) =>
    readData(dataFolder, folder).flatMap(({ path, value }) => {
      const { registry, owner, defaults = {}, models } = value as ModelFile;
      if (registry !== 'huggingface') return [];
      return Object.entries(models).map(
        ([key, entry]): StoredModel => ({
          id: owner === undefined ? key : `${owner}/${key}`,
          path,
          key,
          owner,
          entry: { ...defaults, ...entry },
          defaults,
          isCurated: folder !== GENERATED,
        }),
      );
    }),
  );
}
