import type { Catalog, LicenseRecord } from '../catalog/records';
import type { LicenseSelector, OriginSelector, Policy, Stated } from './policy';
import { EUROPEAN_UNION, isWithin, looksLikeCountry } from './regions';

/** The lists of a policy, the one that wins among equally exact entries first. */
const LISTS = ['deny', 'warn', 'allow'] as const;
export type ListName = (typeof LISTS)[number];

/** Which entry of which list decides over something. */
export interface Ruling<S extends Stated> {
  readonly list: ListName;
  readonly selector: S;
}

/**
 * The entry that decides over a license. One that names the license wins over one that names its category, whatever
 * their lists; among equals deny wins over warn over allow. `undefined` where no list names it.
 */
export function rulingOnLicense(
  lists: Policy['licenses'],
  license: LicenseRecord,
  catalog: Catalog,
): Ruling<LicenseSelector> | undefined {
  return mostExact(lists, (selector) => {
    if (selector.kind === 'category') return selector.category === license.category ? 1 : 0;
    return namesLicense(selector.key, license, catalog) ? 2 : 0;
  });
}

/** A license is named by its key, an alias or its SPDX id; several records can share an SPDX id. */
export function namesLicense(name: string, license: LicenseRecord, catalog: Catalog): boolean {
  const named = catalog.license(name);
  if (named === undefined) return name.toLowerCase() === license.key.toLowerCase();
  return named.key === license.key || (named.spdx !== null && named.spdx === license.spdx);
}

export interface Origin {
  /** Id of the organization, `null` where it is not known. */
  readonly organization: string | null;
  readonly country: string | null;
}

/** The entry that decides over an origin: an organization wins over a country, a country over `EU`. */
export function rulingOnOrigin(
  lists: Policy['origins'],
  { organization, country }: Origin,
): Ruling<OriginSelector> | undefined {
  return mostExact(lists, ({ value }) => {
    if (!looksLikeCountry(value)) return value.toLowerCase() === organization?.toLowerCase() ? 3 : 0;
    if (country === null || !isWithin(country, value)) return 0;
    return value === EUROPEAN_UNION ? 1 : 2;
  });
}

/** @param exactness how exactly an entry says what is asked about; 0 where it is about something else. */
function mostExact<S extends Stated>(
  lists: Readonly<Record<ListName, readonly S[]>>,
  exactness: (selector: S) => number,
): Ruling<S> | undefined {
  let best: Ruling<S> | undefined;
  let most = 0;
  for (const list of LISTS) {
    for (const selector of lists[list]) {
      const exact = exactness(selector);
      if (exact > most) [best, most] = [{ list, selector }, exact];
    }
  }
  return best;
}
