import type { Catalog, LicenseRecord } from '../catalog/records';
import { effectiveLicense, type Base } from '../licenses/effectiveLicense';
import type { LicenseSummary, Model } from '../model';
import { NONE_STATED } from '../vocabulary';
import { licenseFor } from './modelTerms';

/** What a model itself states of its license. */
export interface StatedLicense {
  readonly key: string | null;
  /** Keys of the licenses that hold at the same time. */
  readonly also?: readonly string[];
  /** The words that its own copy of the license asks to show. */
  readonly phrase?: string | undefined;
}

/** The license a model declares, those that hold beside it, and what its bases leave of them. */
export function licensesUnder(
  catalog: Catalog,
  { key, also = [], phrase }: StatedLicense,
  bases: readonly Base[],
): Model['license'] {
  const record = key === null ? undefined : licenseFor(catalog, key, phrase);
  const declared = summarize(key, record);
  const further = also.flatMap((other) => catalog.license(other) ?? []);
  const effective = effectiveLicense(record, bases, further).license;
  return {
    declared,
    effective: effective === record ? declared : summarize(null, effective),
    ...(also.length > 0 && { also: also.flatMap((other) => summaryOf(catalog, other) ?? []) }),
    ...(phrase !== undefined && { phrase }),
  };
}

/** What {@link licensesUnder} was made from, to make it anew over other bases. */
export function statedIn({ declared, also = [], phrase }: Model['license']): StatedLicense {
  return { key: declared?.key ?? null, also: also.map(({ key }) => key), phrase };
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
