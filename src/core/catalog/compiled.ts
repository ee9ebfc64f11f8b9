/**
 * The compact form of the catalog that ships in the bundles: JSON Lines, one section a line, each parsed when something of
 * it is first asked for. Models are kept as columns rather than as objects: equal values are written once, columns compress
 * far better than repeated field names, and a record is only made when it is asked for.
 */
import { once } from '../once';
import { decodeHost, encodeHost, type CompiledHost } from './compiledHosts';
import { type CompiledIndexes, compileIndexes, readIndexes } from './compiledIndexes';
import { catalogOver } from './createCatalog';
import { catalogDates } from './dates';
import { arrayStore, type ModelStore } from './modelStore';
import type { Catalog, CatalogDates, CatalogRecords, ModelRecord } from './records';
import { NUMBER_BASE, numberAt } from './digits';

/** Grows with every change after which older versions of the program could not read a catalog, or would misread it. */
export const CATALOG_FORMAT = 7;

/** Values of one field. Each row's is a number of the table, in a string of digits of equal length; 0 is `null`. */
export interface Column {
  readonly table: readonly unknown[];
  readonly digits: number;
  readonly rows: string;
}

/** Values that few rows have. */
type Sparse = Readonly<Record<string, unknown>>;

export const DENSE = [
  'registry',
  'publisher',
  'license',
  'openness',
  'components',
  'task',
  'parameters',
  'released',
  'languages',
  'sources',
] as const;
export const SPARSE = [
  'name',
  'codeLicense',
  'alsoLicenses',
  'displayPhrase',
  'lineage',
  'copyOf',
  'multimodal',
  'gated',
  'status',
  'aliases',
  'contradictions',
] as const;
type DenseField = (typeof DENSE)[number];
type SparseField = (typeof SPARSE)[number];

const DEFAULTS: Readonly<Record<SparseField, unknown>> = {
  name: null,
  codeLicense: null,
  alsoLicenses: [],
  displayPhrase: null,
  lineage: [],
  copyOf: null,
  multimodal: null,
  gated: null,
  status: { state: 'active' },
  aliases: [],
  contradictions: [],
};

/** The sections, in the order of their lines. */
export interface Sections
  extends Readonly<Record<DenseField, Column>>,
    Readonly<Record<SparseField, Sparse>>,
    Pick<CatalogRecords, 'licenses' | 'organizations' | 'families'> {
  readonly head: { readonly version: number; readonly date: string; readonly dates: CatalogDates };
  /** Ids joined by line breaks: one string parses faster than an array. */
  readonly ids: string;
  readonly hosts: readonly CompiledHost[];
  readonly familyNames: CatalogRecords['familyNames'];
  readonly origins: CatalogRecords['sources'];
  readonly indexes: CompiledIndexes;
}

export const SECTIONS = [
  'head',
  'ids',
  ...DENSE,
  ...SPARSE,
  'licenses',
  'organizations',
  'families',
  'hosts',
  'familyNames',
  'origins',
  'indexes',
] as const;

/** One section, parsed once. Throws when its line is missing or no JSON. */
type Read = <S extends keyof Sections>(section: S) => Sections[S];

/** The compact form, as text. */
export function encodeCatalog(records: CatalogRecords): string {
  const { models, date, licenses, organizations, families, hosts, familyNames, sources } = records;
  const sections: Sections = {
    head: { version: CATALOG_FORMAT, date, dates: catalogDates(records) },
    ids: models.map((model) => model.id).join('\n'),
    ...fromFields(DENSE, (field) => column(models.map((model) => model[field] ?? null))),
    ...fromFields(SPARSE, (field) =>
      sparse(
        models.map((model) => model[field]),
        DEFAULTS[field],
      ),
    ),
    licenses,
    organizations,
    families,
    hosts: hosts.map(encodeHost),
    familyNames,
    origins: sources,
    indexes: compileIndexes(arrayStore(models), organizations),
  };
  return `${SECTIONS.map((section) => inAscii(JSON.stringify(sections[section]))).join('\n')}\n`;
}

/** With escapes for all other characters: such a text is read several times as fast, and takes half the memory. */
export function inAscii(json: string): string {
  return json.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The catalog of a compact form. Throws when the text is none, or of another version. */
export function decodeCatalog(text: string): Catalog {
  const read = reader(text);
  const { version, date, dates } = read('head');
  if (version !== CATALOG_FORMAT)
    throw new Error(`compiled catalog of format ${version}, expected ${CATALOG_FORMAT}`);
  const store = compiledStore(read);
  const indexes = readIndexes(
    store,
    () => read('organizations'),
    () => read('indexes'),
  );
  return catalogOver(store, indexes, {
    date,
    dates: () => dates,
    models: once(() => Array.from({ length: store.size }, (_, row) => store.record(row))),
    licenses: () => read('licenses'),
    organizations: () => read('organizations'),
    families: () => read('families'),
    hosts: () => read('hosts').map(decodeHost),
    familyNames: () => read('familyNames'),
    sources: () => read('origins'),
  });
}

function reader(text: string): Read {
  const lines = text.split('\n');
  const parsed = fromFields(SECTIONS, (section) =>
    once(() => JSON.parse(lines[SECTIONS.indexOf(section)] ?? '') as unknown),
  );
  return (section) => parsed[section]() as never;
}

function compiledStore(read: Read): ModelStore {
  const ids = read('ids').split('\n');
  const size = read('ids') === '' ? 0 : ids.length;
  const made = new Map<number, ModelRecord>();
  const [registries, aliases] = [read('registry'), read('aliases')];
  const id = (row: number): string => {
    const found = row < size ? ids[row] : undefined;
    if (found === undefined) throw new RangeError(`no model in row ${row} of ${size}`);
    return found;
  };
  const make = (row: number): ModelRecord => {
    const dense = (field: DenseField): never => valueIn(read(field), row) as never;
    const sparse = (field: SparseField): never => (read(field)[row] ?? DEFAULTS[field]) as never;
    // One form for all records: the engine under it reads and keeps such objects best.
    return {
      id: id(row),
      registry: dense('registry'),
      publisher: dense('publisher'),
      license: dense('license'),
      openness: dense('openness'),
      components: dense('components'),
      task: dense('task'),
      parameters: dense('parameters'),
      released: dense('released'),
      languages: dense('languages'),
      sources: dense('sources'),
      name: sparse('name'),
      codeLicense: sparse('codeLicense'),
      alsoLicenses: sparse('alsoLicenses'),
      displayPhrase: sparse('displayPhrase'),
      lineage: sparse('lineage'),
      copyOf: sparse('copyOf'),
      multimodal: sparse('multimodal'),
      gated: sparse('gated'),
      status: sparse('status'),
      aliases: sparse('aliases'),
      contradictions: sparse('contradictions'),
    } satisfies Record<'id' | DenseField | SparseField, unknown>;
  };
  return {
    size,
    id,
    registry: (row) => valueIn(registries, row) as ModelRecord['registry'],
    aliases: (row) => (aliases[row] ?? []) as readonly string[],
    aliased: Object.keys(aliases).map(Number),
    record: (row) => {
      let record = made.get(row);
      if (record === undefined) made.set(row, (record = make(row)));
      return record;
    },
  };
}

function valueIn({ table, digits, rows }: Column, row: number): unknown {
  return table[numberAt(rows, row * digits, digits) - 1] ?? null;
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
  const digits = table.length.toString(NUMBER_BASE).length;
  return {
    table,
    digits,
    rows: rows.map((number) => number.toString(NUMBER_BASE).padStart(digits, '0')).join(''),
  };
}

function sparse(values: readonly unknown[], byDefault: unknown): Sparse {
  const usual = JSON.stringify(byDefault);
  return Object.fromEntries(
    values.flatMap((value, row) => (JSON.stringify(value) === usual ? [] : [[row, value]])),
  );
}

function fromFields<F extends string, V>(fields: readonly F[], valueOf: (field: F) => V): Record<F, V> {
  return Object.fromEntries(fields.map((field) => [field, valueOf(field)])) as Record<F, V>;
}
