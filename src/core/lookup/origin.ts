import type { Catalog, OrganizationRecord } from '../catalog/records';
import type { Model } from '../model';

/** Longer chains are errors of the data; a look-up must end even on those. */
export const MAX_CHAIN = 8;

/** The organisation behind the namespace of a Hub id; `undefined` for a bare name or an owner that is not known. */
export function ownerOf(catalog: Catalog, id: string): OrganizationRecord | undefined {
  const slash = id.indexOf('/');
  return slash < 0 ? undefined : catalog.owner('huggingface', id.slice(0, slash));
}

/** The country of an organisation, or of the one that decides over it where its own is not known. */
export function countryOf(catalog: Catalog, organization: OrganizationRecord | undefined): string | null {
  let at = organization;
  for (let step = 0; at !== undefined && step < MAX_CHAIN; step++) {
    if (at.country !== null) return at.country;
    at = at.parent === null ? undefined : catalog.organization(at.parent);
  }
  return null;
}

/** Whether two organisations are one, or are decided over by one. */
export function isSamePublisher(catalog: Catalog, one: string | null, other: string | null): boolean {
  return one !== null && other !== null && headOf(catalog, one) === headOf(catalog, other);
}

function headOf(catalog: Catalog, id: string): string {
  let at = catalog.organization(id);
  for (let step = 0; at?.parent !== undefined && at.parent !== null && step < MAX_CHAIN; step++) at = catalog.organization(at.parent) ?? at;
  return at?.id ?? id;
}

/** Where a model of this name comes from, as its publisher tells. */
export function originFrom(catalog: Catalog, model: string, publisher: OrganizationRecord | undefined): Model['origin'][number] {
  return { model, organization: publisher?.id ?? null, country: countryOf(catalog, publisher) };
}
