import type { Registry } from '../vocabulary';
import { ownerOf } from './ownedIds';
import type { ModelRecord } from './records';

/**
 * Model records by row number. The index needs only ids and aliases, so a store may make the rest of a record when it is
 * first asked for: the compiled catalog does, which is why loading it takes milliseconds.
 */
export interface ModelStore {
  readonly size: number;
  id(row: number): string;
  /** Where rows begin whose ids have one owner, up to the next of these: in their order. An owner may have several. */
  owned(): readonly OwnedRows[];
  registry(row: number): Registry;
  /** Other spellings as the record writes them, `registry:spelling` or bare for the record's own registry. */
  aliases(row: number): readonly string[];
  /** The rows that have aliases, in their order, and these. */
  aliased(): readonly AliasedRow[];
  record(row: number): ModelRecord;
}

/** A row with its aliases. */
export type AliasedRow = readonly [row: number, aliases: readonly string[]];

/** Rows that follow each other, of an owner. */
export interface OwnedRows {
  /** With its slash; empty for ids without an owner. */
  readonly owner: string;
  readonly start: number;
}

export function arrayStore(models: readonly ModelRecord[]): ModelStore {
  const at = (row: number): ModelRecord => {
    const record = models[row];
    if (record === undefined) throw new RangeError(`no model in row ${row} of ${models.length}`);
    return record;
  };
  return {
    size: models.length,
    id: (row) => at(row).id,
    owned: () =>
      models.flatMap(({ id }, start) => {
        const owner = ownerOf(id);
        return start > 0 && ownerOf(at(start - 1).id) === owner ? [] : [{ owner, start }];
      }),
    registry: (row) => at(row).registry,
    aliases: (row) => at(row).aliases,
    aliased: () => models.flatMap(({ aliases }, row) => (aliases.length === 0 ? [] : [[row, aliases]])),
    record: at,
  };
}
