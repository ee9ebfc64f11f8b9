import { once } from '../once';
import type { Indexes } from './compiledIndexes';
import { copyNames, hubSpellings } from './copies';
import { BY_NAME } from './copyFacts';
import { catalogDates } from './dates';
import { FamilyNameFinder } from './familyNames';
import { HostIndex } from './hostIndex';
import { ModelIndex } from './modelIndex';
import { arrayStore, type ModelStore } from './modelStore';
import { NameIndex } from './nameIndex';
import { NearNames } from './nearNames';
import { ownerIndex } from './ownerShapes';
import { licensesByName, organizationsById, ownersOf } from './recordNames';
import type { Catalog, CatalogDates, CatalogRecords } from './records';
import { Resolver } from './resolve';

/** The catalog over records in memory. Building the index is linear in their number; every look-up is constant-time. */
export function createCatalog(records: CatalogRecords): Catalog {
  const store = arrayStore(records.models);
  return catalogOver(store, builtIndexes(store, records), {
    date: records.date,
    dates: once(() => catalogDates(records)),
    models: () => records.models,
    licenses: () => records.licenses,
    organizations: () => records.organizations,
    families: () => records.families,
    hosts: () => records.hosts,
    familyNames: () => records.familyNames,
    sources: () => records.sources,
  });
}

/** The indexes of records in memory. That of copies is built when one is first met. */
function builtIndexes(store: ModelStore, records: CatalogRecords): Indexes {
  const copies = once(() => copyNames(hubIds(store), records.organizations));
  const licenses = once(() => licensesByName(records.licenses));
  const organizations = once(() => organizationsById(records.organizations));
  const owners = once(() => ownersOf(records.organizations));
  return {
    spellings: new ModelIndex(store),
    names: new NameIndex(store, () => records.organizations),
    owners: ownerIndex(store),
    records: {
      license: (name) => licenses().get(name),
      organization: (id) => organizations().get(id),
      owner: (namespace) => owners().get(namespace),
    },
    copies: { id: (spelling) => copies().id(spelling), named: (name) => copies().named(name) },
  };
}

function* hubIds(store: ModelStore): ReturnType<typeof hubSpellings> {
  for (let row = 0; row < store.size; row++)
    yield* hubSpellings({ id: store.id(row), registry: store.registry(row), aliases: store.aliases(row) });
}

/** Everything of a catalog beside a {@link ModelStore}. Each part is asked for when it is needed; `models` makes the full list. */
export type CatalogParts = Pick<CatalogRecords, 'date'> & { readonly dates: () => CatalogDates } & {
  readonly [Part in Exclude<keyof CatalogRecords, 'date'>]: () => CatalogRecords[Part];
};

export function catalogOver(store: ModelStore, indexes: Indexes, parts: CatalogParts): Catalog {
  const { records } = indexes;
  const nearNames = new NearNames(store, indexes.owners);
  const familyNames = once(() => new FamilyNameFinder(parts.familyNames()));
  const hosts = once(() => new HostIndex(parts.hosts()));
  const owner: Catalog['owner'] = (registry, name) => records.owner(`${registry}:${name}`.toLowerCase());
  const resolver = new Resolver({
    store,
    indexes,
    families: parts.families,
    organizations: parts.organizations,
    ownerOf: owner,
    nearest: (name, registry) => nearNames.nearest(name, registry),
    namesRead: () => parts.sources()[BY_NAME]?.date ?? '',
  });
  return {
    date: parts.date,
    get dates() {
      return parts.dates();
    },
    resolve: (spelling, registry) => resolver.resolve(spelling, registry),
    isWritten: (spelling, registry) => resolver.isWritten(spelling, registry),
    model: (id) => {
      const entry = indexes.spellings.all(id).find((place) => !place.alias);
      return entry && store.record(entry.row);
    },
    license: (name) => records.license(name.toLowerCase()),
    organization: (id) => records.organization(id.toLowerCase()),
    owner,
    nearest: (name, registry) => nearNames.nearest(name, registry),
    spelledOf: (letters, registry) => nearNames.spelledOf(letters, registry),
    imitated: (name) => nearNames.imitated(name),
    familyNameIn: (id) => familyNames().find(id),
    linesIn: (id) => familyNames().linesIn(id),
    host: (id) => hosts().host(id),
    hostAt: (address) => hosts().at(address),
    service: (host, name) => hosts().service(host, name),
    get hosts() {
      return hosts().all;
    },
    get models() {
      return parts.models();
    },
    get licenses() {
      return parts.licenses();
    },
    get organizations() {
      return parts.organizations();
    },
    get sources() {
      return parts.sources();
    },
  };
}
