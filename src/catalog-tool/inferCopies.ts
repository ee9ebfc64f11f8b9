import {
  asCopy,
  CopyFinder,
  copyNames,
  hubSpellings,
  mayBeCopy,
  type ModelRecord,
  type OrganizationRecord,
} from '../core';

/** Gives re-packed copies, stated or told by their names, what follows from their originals. */
export function inferCopies(
  models: readonly ModelRecord[],
  organizations: readonly OrganizationRecord[],
  namesRead: string,
): ModelRecord[] {
  const finder = new CopyFinder(
    copyNames(
      models.flatMap((model) => [...hubSpellings(model)]),
      organizations,
    ),
  );
  const byId = new Map(
    models.filter(({ registry }) => registry === 'huggingface').map((model) => [model.id, model]),
  );
  const done = new Map<ModelRecord, ModelRecord>();

  /** A copy of a copy has what that one has. One that leads back to itself is left as it is: the check of the records tells of it. */
  function copied(model: ModelRecord): ModelRecord {
    const known = done.get(model);
    if (known !== undefined) return known;
    done.set(model, model);
    const stated = withoutMirrors(model);
    const original = originalOf(stated);
    const record = original === undefined ? stated : asCopy(stated, copied(original), namesRead);
    done.set(model, record);
    return record;
  }

  /**
   * A base without a record of its own, under an owner that only hands models on, is the model that it has the name of: what is
   * made from `unsloth/Mistral-Small-Instruct-2409` is made from Mistral's.
   */
  function withoutMirrors(model: ModelRecord): ModelRecord {
    const { copyOf, lineage } = model;
    const present = (id: string): string => {
      const known = finder.present(id);
      if (byId.has(known) || !mayBeCopy(id)) return id;
      return finder.originalOf(id) ?? id;
    };
    const bases = lineage.map((base) => ({ ...base, model: present(base.model) }));
    const original = copyOf === null ? null : present(copyOf);
    const isSame = original === copyOf && bases.every((base, at) => base.model === lineage[at]?.model);
    return isSame ? model : { ...model, copyOf: original, lineage: bases };
  }

  function originalOf(model: ModelRecord): ModelRecord | undefined {
    if (model.registry !== 'huggingface') return undefined;
    if (model.copyOf !== null) return byId.get(finder.present(model.copyOf));
    const named = mayBeCopy(model.id) ? finder.originalOf(model.id) : undefined;
    const original = named === undefined ? undefined : byId.get(named);
    return original !== undefined && agrees(model, original, (id) => finder.present(id))
      ? original
      : undefined;
  }

  return models.map(copied);
}

/**
 * Whether the bases that a card states leave room for what its name tells: the original itself, or the original's own bases, which
 * converters copy along with its card. Any others make it another model.
 */
function agrees({ lineage }: ModelRecord, original: ModelRecord, present: (id: string) => string): boolean {
  const possible = new Set([original.id, ...original.lineage.map(({ model }) => present(model))]);
  return lineage.every(({ model }) => possible.has(present(model)));
}
