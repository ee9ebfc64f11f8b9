import { type ModelRecord, NONE_STATED } from '../../core';
import { buildCatalog } from '../buildCatalog';
import type { ClaimRow } from '../merge/claims';
import { weighClaims } from '../merge/mergeClaims';
import { readWordings } from '../merge/wordings';
import { readData, readLicenses } from '../readData';
import { presentId, spellingFiles } from '../readSpellings';
import { settledOf } from '../settled';

/** What a refresh has to know of the catalog as it stands. */
export interface CatalogView {
  /** The records of the Hub's models. */
  readonly models: readonly ModelRecord[];
  /** The record of a model of the Hub, also by a former name. */
  find(id: string): ModelRecord | undefined;
  /** The name that the Hub has now for one that the catalog knows as former. */
  present(id: string): string;
  /** The license key that a row states; `undefined` where nobody has read such a wording yet. */
  licenseIn(row: ClaimRow): string | undefined;
  /** The license that a merge of the rows would leave each of their models with, by id in lower case; `null` for none. */
  afterMerge(rows: readonly ClaimRow[]): ReadonlyMap<string, string | null>;
}

/** Reads the catalog under a folder. Throws as {@link buildCatalog} does. */
export function viewCatalog(dataFolder: string): CatalogView {
  const models = buildCatalog(dataFolder).models.filter(({ registry }) => registry === 'huggingface');
  const byId = new Map(models.map((model) => [model.id.toLowerCase(), model]));
  const present = presentId(spellingFiles(readData(dataFolder, 'aliases')));
  const read = readWordings(dataFolder, readLicenses(dataFolder));
  const settled = new Map(
    settledOf(readData(dataFolder, 'overrides')).flatMap(({ models: ids, license }) =>
      license === undefined ? [] : ids.map((id) => [id.toLowerCase(), license] as const),
    ),
  );
  return {
    models,
    present,
    find: (id) => byId.get(present(id).toLowerCase()),
    licenseIn({ id, sources: [said] }) {
      if (said?.license === undefined) return NONE_STATED;
      return read(
        said.license === 'other' ? (said.license_name ?? 'other') : said.license,
        id.slice(0, id.indexOf('/')),
      );
    },
    afterMerge(rows) {
      const asked = new Set(rows.map(({ id }) => present(id).toLowerCase()));
      const merged = weighClaims(dataFolder, rows).filter(({ id }) => asked.has(id.toLowerCase()));
      return new Map(
        merged.map(({ id, entry }) => [
          id.toLowerCase(),
          settled.get(id.toLowerCase()) ?? entry.license ?? null,
        ]),
      );
    },
  };
}
