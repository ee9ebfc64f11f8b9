import { BY_NAME } from './copyFacts';
import { ModelIndex } from './modelIndex';
import { arrayStore, type ModelStore } from './modelStore';
import type { Catalog, CatalogRecords, LicenseRecord, OrganizationRecord } from './records';
import { Resolver } from './resolve';

/** The catalogue over records in memory. Building the index is linear in their number; every look-up is constant-time. */
export function createCatalog(records: CatalogRecords): Catalog {
  return catalogOver(arrayStore(records.models), { ...records, models: () => records.models });
}

/** Everything but the models, which a {@link ModelStore} holds; `models` makes the full list when it is asked for. */
export type CatalogParts = Omit<CatalogRecords, 'models'> & { readonly models: () => CatalogRecords['models'] };

export function catalogOver(store: ModelStore, parts: CatalogParts): Catalog {
  const index = new ModelIndex(store);
  const organizations = new Map(parts.organizations.map((record) => [record.id.toLowerCase(), record]));
  const owners = ownersOf(parts.organizations);
  const licenses = licensesByName(parts.licenses);
  const owner: Catalog['owner'] = (registry, name) => owners.get(`${registry}:${name}`.toLowerCase());
  const resolver = new Resolver({
    store, index, families: parts.families, organizations: parts.organizations, ownerOf: owner, namesRead: parts.sources[BY_NAME]?.date ?? '',
  });
  return {
    date: parts.date,
    resolve: (spelling, registry) => resolver.resolve(spelling, registry),
    model: (id) => {
      const entry = index.all(id).find((place) => !place.alias);
      return entry && store.record(entry.row);
    },
    license: (name) => licenses.get(name.toLowerCase()),
    organization: (id) => organizations.get(id.toLowerCase()),
    owner,
    get models() { return parts.models(); },
    licenses: parts.licenses,
    organizations: parts.organizations,
    sources: parts.sources,
  };
}

/** Licences by key, SPDX id and alias. A key goes before an SPDX id, and that before an alias, whatever their order. */
function licensesByName(licenses: readonly LicenseRecord[]): ReadonlyMap<string, LicenseRecord> {
  const named = new Map<string, LicenseRecord>();
  const add = (name: string, record: LicenseRecord): void => {
    const key = name.toLowerCase();
    if (!named.has(key)) named.set(key, record);
  };
  for (const record of licenses) add(record.key, record);
  for (const record of licenses) if (record.spdx !== null) add(record.spdx, record);
  for (const record of licenses) for (const alias of record.aliases) add(alias, record);
  return named;
}

function ownersOf(organizations: readonly OrganizationRecord[]): ReadonlyMap<string, OrganizationRecord> {
  return new Map(organizations.flatMap((record) => record.owners.map((owner) => [owner.toLowerCase(), record] as const)));
}
