import { type Parent, parentsOf } from '../catalog/parents';
import type { Catalog, ModelRecord, OrganizationRecord } from '../catalog/records';
import type { Model, OriginLink } from '../model';

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
export function upwards(
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
): OriginLink {
  return { model, organization: publisher?.id ?? null, country: countryOf(catalog, publisher) };
}

/**
 * Where a model comes from: itself, then its bases, their bases and so on, nearest first, each once. A base without a record ends its
 * branch. Where nothing records what the last of a branch was made from, its name may hint at it.
 * @param own the link of the model itself
 * @param parents what it was made from
 */
export function originsOf(catalog: Catalog, own: OriginLink, parents: readonly Parent[]): Model['origin'] {
  const seen = new Set([own.model]);
  const links: OriginLink[] = [own];
  const ends: OriginLink[] = [];
  let level = [{ link: own, parents }];
  for (let depth = 0; level.length > 0 && depth < MAX_CHAIN; depth++) {
    ends.push(...level.filter((one) => one.parents.length === 0).map(({ link }) => link));
    const names = new Set(level.flatMap((one) => one.parents.map(({ model }) => model)));
    level = [...names]
      .filter((name) => !seen.has(name))
      .map((name) => {
        const record = catalog.model(name);
        const link = record === undefined ? ofUnlisted(catalog, name) : originOf(catalog, record);
        return { link, parents: record === undefined ? [] : parentsOf(record) };
      });
    for (const name of names) seen.add(name);
    links.push(...level.map(({ link }) => link));
  }
  return [...links, ...hintedOrigins(catalog, ends, links)];
}

/**
 * Whose models the names of links hint at, each organization once.
 * @param ends links of which nothing records what they were made from
 * @param known links whose publishers need no hint
 */
export function hintedOrigins(
  catalog: Catalog,
  ends: readonly Pick<OriginLink, 'model'>[],
  known: readonly Pick<OriginLink, 'organization'>[],
): readonly OriginLink[] {
  const hints: OriginLink[] = [];
  for (const { name, base } of ends.flatMap(({ model }) => catalog.linesIn(model))) {
    const publisher = publisherOf(catalog, catalog.model(base));
    const isKnown = [...known, ...hints].some(({ organization }) =>
      isSamePublisher(catalog, organization, publisher?.id ?? null),
    );
    if (publisher !== undefined && !isKnown)
      hints.push({ ...originFrom(catalog, name.replace(' #', ''), publisher), probable: true });
  }
  return hints;
}

function ofUnlisted(catalog: Catalog, id: string): OriginLink {
  return originFrom(catalog, id, ownerOf(catalog, id));
}

/** Where the model of a record comes from by itself. */
export function originOf(catalog: Catalog, record: ModelRecord): OriginLink {
  return originFrom(catalog, record.id, publisherOf(catalog, record));
}

/** The organization that released the model of a record, where it is known. */
export function publisherOf(
  catalog: Catalog,
  record: Pick<ModelRecord, 'publisher'> | undefined,
): OrganizationRecord | undefined {
  return catalog.organization(record?.publisher ?? '');
}
