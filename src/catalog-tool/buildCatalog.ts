import {
  BY_NAME,
  catalogDates,
  type CatalogRecords,
  derive,
  type FamilyNames,
  governingLicense,
  hostOfEntry,
  type ModelRecord,
  namespaceOwners,
  NOTHING_KNOWN,
} from '../core';
import { withDayOfCreation } from './dayOfCreation';
import { inferCopies } from './inferCopies';
import { sourcesOf, type NamedSources } from './namedSources';
import { readData, readLicenses, readModelFiles, readYaml } from './readData';
import { familiesOf, inferLicenses } from './readFamilies';
import { LISTED } from './coverage/writeServices';
import { languagesOf } from './readLanguages';
import { withListedTask } from './listedTasks';
import { withListed } from './readHosts';
import { modelsOf } from './readModels';
import { organizationsOf } from './readOrganizations';
import { addSpellings, spelledOnly, spellingFiles } from './readSpellings';
import { settle, settledOf } from './settled';

/** Reads the YAML under the data folder into the records of the catalog. Throws on a file it cannot read, naming it. */
export function buildCatalog(dataFolder: string): CatalogRecords {
  const sources = readYaml(dataFolder, 'sources.yaml').value as NamedSources;
  const organizations = readData(dataFolder, 'organizations').flatMap((file) =>
    organizationsOf(file, sources),
  );
  const ownerOf = namespaceOwners(organizations);
  const written = readModelFiles(dataFolder).flatMap((file) => modelsOf(file, sources, ownerOf));
  const unlisted = (id: string): ModelRecord => ({
    id,
    registry: 'huggingface',
    ...NOTHING_KNOWN,
    publisher: ownerOf('huggingface', id),
    sources: [],
  });
  const settled = settle(written, settledOf(readData(dataFolder, 'overrides')), { unlisted, sources });
  const files = spellingFiles(readData(dataFolder, 'aliases'));
  const named = spelledOnly(settled, files).map(({ id, sources: from }) => ({
    ...unlisted(id),
    sources: sourcesOf(from, ['id'], sources),
  }));
  const withLanguages = languagesOf(readData(dataFolder, 'languages'), sources);
  const spelled = addSpellings([...settled, ...named], files).map((model) =>
    withLanguages(withListedTask(model, sources)),
  );
  const licenses = readLicenses(dataFolder);
  const byKey = new Map(licenses.map((license) => [license.key, license]));
  const today = lastDay(sources);
  const families = readData(dataFolder, 'license-families').flatMap((file) =>
    familiesOf(file, { sources, license: (key) => byKey.get(key), ownerOf }),
  );
  const copied = inferCopies(
    inferLicenses(spelled, families),
    organizations,
    sources[BY_NAME]?.date ?? today,
  );
  const byId = new Map(copied.map((model) => [model.id.toLowerCase(), model]));
  const models = copied.map((model) => {
    const own = governingLicense(model, (id) => byId.get(id.toLowerCase()));
    const keys = [...(own === null ? [] : [own]), ...(model.alsoLicenses ?? [])];
    return derive(
      withDayOfCreation(model, sources),
      keys.map((key) => byKey.get(key)),
    );
  });
  models.sort((a, b) => (a.id < b.id ? -1 : 1));
  const records = {
    models,
    licenses,
    organizations,
    families,
    familyNames: readYaml(dataFolder, 'family-names.yaml').value as FamilyNames,
    hosts: withListed(
      readData(dataFolder, 'hosts').map(({ path, value }) => hostOfEntry(path, value)),
      readData(dataFolder, LISTED),
    ),
    sources,
  };
  const date = [today, ...Object.values(catalogDates(records))].sort().at(-1) ?? today;
  return { ...records, date };
}

/** The newest day that a source speaks for. */
function lastDay(sources: NamedSources): string {
  return (
    Object.values(sources)
      .map((source) => source.date)
      .sort()
      .at(-1) ?? ''
  );
}
