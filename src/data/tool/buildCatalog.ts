import type { CatalogRecords, FamilyRule, LicenseRecord, OrganizationRecord } from '../../core/catalog/records';
import { readData, readYaml } from './readData';
import { modelsOf, type NamedSources } from './readModels';

/** Reads the YAML under the data folder into the records of the catalogue. Throws on a file it cannot read, naming it. */
export function buildCatalog(dataFolder: string): CatalogRecords {
  const sources = readYaml(dataFolder, 'sources.yaml').value as NamedSources;
  const models = readData(dataFolder, 'models').flatMap((file) => modelsOf(file, sources));
  models.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    date: Object.values(sources).map((source) => source.date).sort().at(-1) ?? '',
    models,
    licenses: readData(dataFolder, 'licenses').flatMap((file) => file.value as LicenseRecord),
    organizations: readData(dataFolder, 'organizations').flatMap((file) => file.value as OrganizationRecord[]),
    families: readData(dataFolder, 'families').flatMap((file) => file.value as FamilyRule[]),
    sources,
  };
}
