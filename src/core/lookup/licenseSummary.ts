import type { Catalog, LicenseRecord } from '../catalog/records';
import { effectiveLicense, type Base } from '../licenses/effectiveLicense';
import type { LicenseSummary, Model } from '../model';
import { NONE_STATED } from '../vocabulary';

/** The license a model declares, by its key, and what its bases leave of it. */
export function licensesUnder(
  catalog: Catalog,
  key: string | null,
  bases: readonly Base[],
): Model['license'] {
  const record = key === null ? undefined : catalog.license(key);
  const declared = summarize(key, record);
  const effective = effectiveLicense(record, bases).license;
  return { declared, effective: effective === record ? declared : summarize(null, effective) };
}

/** A license as it is shown beside a model, by its key. */
export function summaryOf(catalog: Catalog, key: string): LicenseSummary | null {
  return summarize(key, catalog.license(key));
}

/** A license as it is shown beside a model. A key without a record keeps its name, and nothing is claimed of it. */
function summarize(key: string | null, record: LicenseRecord | undefined): LicenseSummary | null {
  if (record !== undefined) {
    const { spdx, name, url, category, commercialUse } = record;
    return { key: record.key, spdx, name, url, category, commercialUse };
  }
  if (key === null) return null;
  if (key === NONE_STATED)
    return {
      key,
      spdx: null,
      name: 'None stated',
      url: null,
      category: 'none-stated',
      commercialUse: 'unknown',
    };
  return { key, spdx: null, name: key, url: null, category: 'unknown', commercialUse: 'unknown' };
}
