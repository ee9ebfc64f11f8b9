import type { Catalog, OrganizationRecord } from '../catalog/records';
import type { Model } from '../model';

/** Longer chains are errors of the data; a look-up must end even on those. */
export const MAX_CHAIN = 8;

/** The organization behind the namespace of a Hub id; `undefined` for a bare name or an owner that is not known. */
export function ownerOf(catalog: Catalog, id: string): OrganizationRecord | undefined {
  const slash = id.indexOf('/');
  return slash < 0 ? undefined : catalog.owner('huggingface', id.slice(0, slash));
}

/** The country of an organization, or of the one that decides over it where its own is not known. */
export function countryOf(catalog: Catalog, organization: OrganizationRecord | undefined): string | null {
  return upwards(catalog, organization).find(({ country }) => country !== null)?.country ?? null;
}

/** Whether two organizations are one, or are decided over by one. */
export function isSamePublisher(catalog: Catalog, one: string | null, other: string | null): boolean {
  return one !== null && other !== null && headOf(catalog, one) === headOf(catalog, other);
}

function headOf(catalog: Catalog, id: string): string {
  return upwards(catalog, catalog.organization(id)).at(-1)?.id ?? id;
}

/** An organization, then those that decide over it, nearest first. */
function upwards(
  catalog: Catalog,
  organization: OrganizationRecord | undefined,
): readonly OrganizationRecord[] {
  const chain: OrganizationRecord[] = [];
  for (
    let at = organization;
    at !== undefined && chain.length < MAX_CHAIN;
    at = at.parent === null ? undefined : catalog.organization(at.parent)
  )
    chain.push(at);
  return chain;
}

/** Where a model of this name comes from, as its publisher tells. */
export function originFrom(
  catalog: Catalog,
  model: string,
  publisher: OrganizationRecord | undefined,
): Model['origin'][number] {
  return { model, organization: publisher?.id ?? null, country: countryOf(catalog, publisher) };
}
