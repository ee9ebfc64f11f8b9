/**
 * The compact form of the catalogue that ships in the bundles. Models are kept as columns rather than as objects: equal
 * values are written once, columns compress far better than repeated field names, and a record is only made when it is
 * asked for. Everything else is small and kept as it is.
 */
import type { Registry } from '../vocabulary';
import { catalogOver } from './createCatalog';
import type { ModelStore } from './modelStore';
import type { Catalog, CatalogRecords, ModelRecord } from './records';

const VERSION = 1;

/** Values of one field, row by row, as numbers of a table; 0 is `null`. */
interface Column {
  readonly table: readonly unknown[];
  readonly rows: readonly number[];
}

/** Values that few rows have. */
type Sparse = Readonly<Record<string, unknown>>;

const DENSE = ['registry', 'publisher', 'license', 'openness', 'components', 'task', 'parameters', 'sources'] as const;
const SPARSE = [
  'name', 'codeLicense', 'lineage', 'copyOf', 'multimodal', 'gated', 'status', 'aliases', 'contradictions',
] as const;
type DenseField = (typeof DENSE)[number];
type SparseField = (typeof SPARSE)[number];

const DEFAULTS: Readonly<Record<SparseField, unknown>> = {
  name: null, codeLicense: null, lineage: [], copyOf: null, multimodal: null, gated: null,
  status: { state: 'active' }, aliases: [], contradictions: [],
};

interface CompiledModels {
  /** Ids joined by line breaks: one string parses faster than an array. */
  readonly ids: string;
  readonly dense: Readonly<Record<DenseField, Column>>;
  readonly sparse: Readonly<Record<SparseField, Sparse>>;
  /** Release days as numbers, `20240723`; with fewer digits where only the month or year is known; 0 is `null`. */
  readonly released: readonly number[];
}

interface CompiledCatalog extends Omit<CatalogRecords, 'models'> {
  readonly version: number;
  readonly models: CompiledModels;
}

/** The compact form, as JSON text. */
export function encodeCatalog(records: CatalogRecords): string {
  const { models } = records;
  const compiled: CompiledCatalog = {
    ...records,
    version: VERSION,
    models: {
      ids: models.map((model) => model.id).join('\n'),
      dense: fromFields(DENSE, (field) => column(models.map((model) => model[field]))),
      sparse: fromFields(SPARSE, (field) => sparse(models.map((model) => model[field]), DEFAULTS[field])),
      released: models.map((model) => Number(model.released?.replaceAll('-', '') ?? 0)),
    },
  };
  return JSON.stringify(compiled);
}

/** The catalogue of a compact form. Throws when the text is none, or of another version. */
export function decodeCatalog(text: string): Catalog {
  const compiled = JSON.parse(text) as CompiledCatalog;
  if (compiled.version !== VERSION) throw new Error(`compiled catalogue of version ${compiled.version}, expected ${VERSION}`);
  const { models, ...parts } = compiled;
  const store = compiledStore(models);
  let all: ModelRecord[] | undefined;
  return catalogOver(store, { ...parts, models: () => (all ??= Array.from({ length: store.size }, (_, row) => store.record(row))) });
}

function compiledStore({ ids: joined, dense, sparse: few, released }: CompiledModels): ModelStore {
  const ids = joined === '' ? [] : joined.split('\n');
  const made = new Map<number, ModelRecord>();
  const value = (field: DenseField, row: number): unknown => {
    const { table, rows } = dense[field];
    return table[(rows[row] ?? 0) - 1] ?? null;
  };
  const id = (row: number): string => {
    const found = ids[row];
    if (found === undefined) throw new RangeError(`no model in row ${row} of ${ids.length}`);
    return found;
  };
  const registry = (row: number): Registry => value('registry', row) as Registry;
  const make = (row: number): ModelRecord => ({
    id: id(row),
    ...fromFields(DENSE, (field) => value(field, row)),
    ...fromFields(SPARSE, (field) => few[field][row] ?? DEFAULTS[field]),
    released: day(released[row] ?? 0),
  }) as ModelRecord;
  return {
    size: ids.length,
    id,
    registry,
    aliases: (row) => (few.aliases[row] ?? []) as readonly string[],
    record: (row) => {
      let record = made.get(row);
      if (record === undefined) made.set(row, (record = make(row)));
      return record;
    },
  };
}

function column(values: readonly unknown[]): Column {
  const numbers = new Map<string, number>();
  const table: unknown[] = [];
  const rows = values.map((value) => {
    if (value === null) return 0;
    const key = JSON.stringify(value);
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = table.push(value)));
    return number;
  });
  return { table, rows };
}

function sparse(values: readonly unknown[], byDefault: unknown): Sparse {
  const usual = JSON.stringify(byDefault);
  return Object.fromEntries(values.flatMap((value, row) => (JSON.stringify(value) === usual ? [] : [[row, value]])));
}

function day(digits: number): string | null {
  if (digits === 0) return null;
  const text = String(digits);
  return [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].filter((part) => part !== '').join('-');
}

function fromFields<F extends string, V>(fields: readonly F[], valueOf: (field: F) => V): Record<F, V> {
  return Object.fromEntries(fields.map((field) => [field, valueOf(field)])) as Record<F, V>;
}
