/**
 * The compact form of the catalog that ships in the bundles: JSON Lines, one section a line, each parsed when something of
 * it is first asked for. Models are kept as columns rather than as objects: equal values are written once, columns compress
 * far better than repeated field names, and a record is only made when it is asked for.
 */
import { once } from '../once';
import { decodeHost, encodeHost, type CompiledHost } from './compiledHosts';
import { type CompiledIndexes, compileIndexes, type Indexes, readIndexes } from './compiledIndexes';
import { type CatalogParts, catalogOver } from './createCatalog';
import { catalogDates } from './dates';
import { ledTo } from './hostedModel';
import { type Items, itemsOf, readItems, writeItems } from './items';
import { type AliasedRow, arrayStore, type ModelStore } from './modelStore';
import type {
  Catalog,
  CatalogDates,
  CatalogRecords,
  LicenseRecord,
  ModelRecord,
  OrganizationRecord,
} from './records';
import { NUMBER_BASE, numberAt } from './digits';
import { type CompiledIds, compileIds, OwnedIds } from './ownedIds';

/** Grows with every change after which older versions of the program could not read a catalog, or would misread it. */
export const CATALOG_FORMAT = 13;

/** Values of one field. Each row's is a number of the table, in a string of digits of equal length; 0 is `null`. */
export interface Column {
  readonly table: readonly unknown[];
  readonly digits: number;
  readonly rows: string;
}

/** Values that few rows have. */
export interface Sparse {
  /** Digits of one row. */
  readonly digits: number;
  /** The rows that have a value, in their order. */
  readonly rows: string;
  readonly values: readonly unknown[];
}

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
  readonly ids: CompiledIds;
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

/** Each section, parsed once. Throws when its line is missing or no JSON. */
interface Reader {
  whole<S extends keyof Sections>(section: S): Sections[S];
  /** A section that is a list, whose items are parsed one by one. */
  list<S extends 'licenses' | 'organizations'>(section: S): Items<Sections[S][number]>;
  column(section: DenseField): ItemColumn;
  sparse(section: SparseField): ItemSparse;
}

type ItemColumn = Omit<Column, 'table'> & { readonly table: Items };
type ItemSparse = Omit<Sparse, 'values'> & { readonly values: Items };

/**
 * The compact form, as text.
 * @param dates how new each part is; as the records tell it, where left out
 */
export function encodeCatalog(records: CatalogRecords, dates = catalogDates(records)): string {
  const { models, date, licenses, organizations, families, hosts, familyNames, sources } = records;
  const ids = compileIds(models.map((model) => model.id));
  const days = models.map(({ released, created = null }) => released ?? created);
  const sections: Sections = {
    head: { version: CATALOG_FORMAT, date, dates },
    ids,
    ...fromFields(DENSE, (field) =>
      // No model has two days, and its sources say of each what it is: one column for both.
      column(field === 'released' ? days : models.map((model) => model[field] ?? null)),
    ),
    ...fromFields(SPARSE, (field) =>
      sparse(
        models.map((model) => model[field]),
        DEFAULTS[field],
      ),
    ),
    licenses,
    organizations,
    families,
    hosts: hosts.map((host) => encodeHost(host)),
    familyNames,
    origins: sources,
    indexes: compileIndexes(arrayStore(models), new OwnedIds(ids), { licenses, organizations }),
  };
  const lines = SECTIONS.map((section) => writtenLine(section, sections));
  // Which model a name of a host leads to, only the rest of the catalog tells.
  const catalog = decodeCatalog(`${lines.join('\n')}\n`);
  const led = hosts.map((host) => encodeHost(host, (name) => ledTo(catalog, host.id, name)));
  lines[SECTIONS.indexOf('hosts')] = writtenLine('hosts', { ...sections, hosts: led });
  return `${lines.join('\n')}\n`;
}

function writtenLine(section: keyof Sections, sections: Sections): string {
  return inAscii(lineOf(section, sections));
}

function lineOf(section: keyof Sections, sections: Sections): string {
  if (section === 'licenses' || section === 'organizations') return writeItems(sections[section]);
  const value = sections[section];
  if (!isField(value)) return JSON.stringify(value);
  const { digits, rows } = value;
  const [name, items] = 'table' in value ? ['table', value.table] : ['values', value.values];
  return `{"digits":${digits},"rows":${JSON.stringify(rows)},"${name}":${writeItems(items)}}`;
}

function isField(value: object): value is Column | Sparse {
  return 'rows' in value;
}

/** With escapes for all other characters: such a text is read several times as fast, and takes half the memory. */
export function inAscii(json: string): string {
  return json.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The catalog of a compact form. Throws when the text is none, or of another version. */
export function decodeCatalog(text: string): Catalog {
  const { store, indexes, parts } = decoded(text);
  return catalogOver(store, indexes(), parts);
}

/** All records of a compact form, and how new each part is. Throws like {@link decodeCatalog}. */
export function decodeRecords(text: string): {
  readonly records: CatalogRecords;
  readonly dates: CatalogDates;
} {
  const { parts } = decoded(text);
  const records = {
    date: parts.date,
    models: parts.models(),
    licenses: parts.licenses(),
    organizations: parts.organizations(),
    families: parts.families(),
    hosts: parts.hosts(),
    familyNames: parts.familyNames(),
    sources: parts.sources(),
  };
  return { records, dates: parts.dates() };
}

function decoded(text: string): {
  readonly store: ModelStore;
  readonly indexes: () => Indexes;
  readonly parts: CatalogParts;
} {
  const read = reader(text);
  const { version, date, dates } = read.whole('head');
  if (version !== CATALOG_FORMAT)
    throw new Error(`compiled catalog of format ${version}, expected ${CATALOG_FORMAT}`);
  const ids = new OwnedIds(read.whole('ids'));
  const store = compiledStore(ids, read);
  const licenses = (): Items<LicenseRecord> => read.list('licenses');
  const organizations = (): Items<OrganizationRecord> => read.list('organizations');
  return {
    store,
    indexes: () => readIndexes(store, ids, { licenses, organizations }, () => read.whole('indexes')),
    parts: {
      date,
      dates: () => dates,
      models: once(() => Array.from({ length: store.size }, (_, row) => store.record(row))),
      licenses: () => licenses().all(),
      organizations: () => organizations().all(),
      families: () => read.whole('families'),
      hosts: () => read.whole('hosts').map(decodeHost),
      familyNames: () => read.whole('familyNames'),
      sources: () => read.whole('origins'),
    },
  };
}

function reader(text: string): Reader {
  const lines = text.split('\n');
  const lineOf = (section: keyof Sections): string => lines[SECTIONS.indexOf(section)] ?? '';
  const parsed = fromFields(SECTIONS, (section) => once(() => JSON.parse(lineOf(section)) as unknown));
  const list = (section: keyof Sections) =>
    once(() => {
      const { frame, items } = readItems(lineOf(section));
      return items ?? itemsOf(frame as readonly unknown[]);
    });
  const lists = { licenses: list('licenses'), organizations: list('organizations') };
  const fields = fromFields([...DENSE, ...SPARSE], (section) => once(() => readField(lineOf(section))));
  return {
    whole: (section) => parsed[section]() as never,
    list: (section) => lists[section]() as never,
    column: (section) => fields[section]() as ItemColumn,
    sparse: (section) => fields[section]() as ItemSparse,
  };
}

function readField(line: string): ItemColumn | ItemSparse {
  const { frame, items } = readItems(line);
  const field = frame as Column | Sparse;
  return 'table' in field
    ? { ...field, table: items ?? itemsOf(field.table) }
    : { ...field, values: items ?? itemsOf(field.values) };
}

function compiledStore(ids: OwnedIds, read: Reader): ModelStore {
  const made = new Map<number, ModelRecord>();
  const [registries, aliases] = [read.column('registry'), read.sparse('aliases')];
  const make = (row: number): ModelRecord => {
    const dense = (field: DenseField): never => valueIn(read.column(field), row) as never;
    const sparse = (field: SparseField): never =>
      (sparseIn(read.sparse(field), row) ?? DEFAULTS[field]) as never;
    const sources: ModelRecord['sources'] = dense('sources');
    const isCreated = sources.some(({ facts }) => facts.includes('created'));
    // One form for all records: the engine under it reads and keeps such objects best.
    return {
      id: ids.id(row),
      registry: dense('registry'),
      publisher: dense('publisher'),
      license: dense('license'),
      openness: dense('openness'),
      components: dense('components'),
      task: dense('task'),
      parameters: dense('parameters'),
      released: isCreated ? null : dense('released'),
      created: isCreated ? dense('released') : null,
      languages: dense('languages'),
      sources,
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
    } satisfies Record<'id' | 'created' | DenseField | SparseField, unknown>;
  };
  return {
    size: ids.size,
    id: (row) => ids.id(row),
    owned: () => ids.owned(),
    registry: (row) => valueIn(registries, row) as ModelRecord['registry'],
    aliases: (row) => (sparseIn(aliases, row) ?? []) as readonly string[],
    aliased: once(() => aliasedRows(aliases)),
    record: (row) => {
      let record = made.get(row);
      if (record === undefined) made.set(row, (record = make(row)));
      return record;
    },
  };
}

function valueIn({ table, digits, rows }: ItemColumn, row: number): unknown {
  return table.at(numberAt(rows, row * digits, digits) - 1) ?? null;
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
  const rows = values.flatMap((value, row) => (JSON.stringify(value) === usual ? [] : [row]));
  const digits = values.length.toString(NUMBER_BASE).length;
  return {
    digits,
    rows: rows.map((row) => row.toString(NUMBER_BASE).padStart(digits, '0')).join(''),
    values: rows.map((row) => values[row]),
  };
}

function aliasedRows({ digits, rows, values }: ItemSparse): readonly AliasedRow[] {
  return (values.all() as readonly (readonly string[])[]).map((names, at) => [
    numberAt(rows, at * digits, digits),
    names,
  ]);
}

/** The value of a row; `undefined` where it has none. */
function sparseIn({ digits, rows, values }: ItemSparse, row: number): unknown {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const found = numberAt(rows, middle * digits, digits);
    if (found === row) return values.at(middle);
    if (found < row) from = middle + 1;
    else to = middle;
  }
  return undefined;
}

function fromFields<F extends string, V>(fields: readonly F[], valueOf: (field: F) => V): Record<F, V> {
  return Object.fromEntries(fields.map((field) => [field, valueOf(field)])) as Record<F, V>;
}
