import type { Catalog, LicenseRecord } from '../catalog/records';
import { MAX_CHAIN, upwards } from '../lookup/origin';
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

/**
 * The entry that decides over an origin: an organization wins over one that decides over it, that over a country, a
 * country over `EU`.
 */
export function rulingOnOrigin(
  lists: Policy['origins'],
  { organization, country }: Origin,
  catalog: Catalog,
): Ruling<OriginSelector> | undefined {
  return mostExact(lists, ({ value }) => {
    if (!looksLikeCountry(value)) return nearness(value, organization, catalog);
    if (country === null || !isWithin(country, value)) return 0;
    return value === EUROPEAN_UNION ? 1 : 2;
  });
}

/** More than any country where an entry names an organization or one above it, the more the nearer; 0 for another one. */
function nearness(named: string, organization: string | null, catalog: Catalog): number {
  if (organization === null) return 0;
  const above = upwards(catalog, catalog.organization(organization)).map(({ id }) => id);
  const chain = above.length === 0 ? [organization] : above;
  const level = chain.findIndex((id) => id.toLowerCase() === named.toLowerCase());
  return level < 0 ? 0 : 2 + MAX_CHAIN - level;
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
