import {
  type CatalogRecords,
  familyResolver,
  isNamedAfter,
  type ModelRecord,
  NONE_STATED,
  OF_ORIGINAL,
  parentsOf,
  type Source,
  splitAlias,
} from '../../core';
import { checkHosts } from './checkHosts';
import { checkLicenses } from './checkLicenses';

/**
 * What is wrong with the records as a whole: ids that stand twice or that the Hub could not have, facts without a source or date, licenses and
 * organizations that do not exist, spellings that lead to two models, lineage that goes in a circle, family rules that a
 * listed member contradicts, copies that borrow the license of their base, and licenses that contradict themselves.
 * @returns one sentence per problem, naming the record; none when all is well.
 */
export function checkRecords(records: CatalogRecords): readonly string[] {
  return [
    ...duplicates(
      records.models.map(({ id, registry }) => `${registry}:${id}`.toLowerCase()),
      'model',
    ),
    ...duplicates(
      records.licenses.map(({ key }) => key.toLowerCase()),
      'license',
    ),
    ...duplicates(
      records.organizations.map(({ id }) => id.toLowerCase()),
      'organization',
    ),
    ...duplicates(
      records.hosts.map(({ id }) => id),
      'host',
    ),
    ...duplicates(
      records.organizations.flatMap(({ owners }) => owners.map((owner) => owner.toLowerCase())),
      'owner',
    ),
    ...notOfTheHub(records.models),
    ...aliasClashes(records.models),
    ...references(records),
    ...unsourced(records),
    ...familyNames(records),
    ...cycles(records.models),
    ...wrongFamilies(records),
    ...borrowedLicenses(records.models),
    ...misnamedCopies(records.models),
    ...checkLicenses(records.licenses),
    ...checkHosts(records),
  ];
}

function duplicates(keys: readonly string[], what: string): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.has(key) || !seen.add(key)).map((key) => `${what} ${key} stands twice`);
}

/** A name that hints at a base has to lead to a model of the catalog, whose license and publisher it tells. */
function familyNames({ familyNames: { hints, lines = [] }, models }: CatalogRecords): string[] {
  const published = new Set(models.filter(({ publisher }) => publisher !== null).map(({ id }) => id));
  return [...hints, ...lines]
    .filter(({ base }) => !published.has(base))
    .map(({ name, base }) => `family name ${name}: its base ${base} has no record with a publisher`);
}

/** The characters of the Hub's names, which two ids run together by a list break. Its present limit of 96 characters is younger than some repositories. */
function notOfTheHub(models: readonly ModelRecord[]): string[] {
  return models
    .filter(({ id, registry }) => registry === 'huggingface' && !/^[\w.-]+(?:\/[\w.-]+)?$/.test(id))
    .map(({ id }) => `${id} cannot be an id of the Hub`);
}

/** One spelling of one registry must lead to one model. An id of its own goes before another record's alias and clashes too. */
function aliasClashes(models: readonly ModelRecord[]): string[] {
  const owner = new Map<string, string>();
  const problems: string[] = [];
  for (const { id, registry, aliases } of models) {
    for (const alias of [`${registry}:${id}`, ...aliases]) {
      const { registry: place, spelling } = splitAlias(alias, registry);
      const key = `${place}:${spelling.toLowerCase()}`;
      const other = owner.get(key);
      if (other !== undefined && other !== id)
        problems.push(`spelling ${key} leads to ${other} and to ${id}`);
      owner.set(key, id);
    }
  }
  return problems;
}

function references({ models, licenses, organizations, families }: CatalogRecords): string[] {
  const keys = new Set(licenses.map(({ key }) => key));
  const ids = new Set(organizations.map(({ id }) => id));
  const license = (of: string, key: string | null): string[] =>
    key === null || key === NONE_STATED || keys.has(key) ? [] : [`${of}: there is no license ${key}`];
  const organization = (of: string, id: string | null): string[] =>
    id === null || ids.has(id) ? [] : [`${of}: there is no organization ${id}`];
  return [
    ...models.flatMap(({ id, ...model }) => [
      ...license(id, model.license),
      ...(model.alsoLicenses ?? []).flatMap((key) => license(id, key)),
      ...organization(id, model.publisher),
    ]),
    ...families.flatMap(({ id, ...family }) => [
      ...license(`family ${id}`, family.license),
      ...organization(`family ${id}`, family.publisher),
    ]),
    ...organizations.flatMap(({ id, parent }) => organization(id, parent)),
  ];
}

/** What a family's rule would say of a listed member must be what that member's record says. */
function wrongFamilies({ models, families }: CatalogRecords): string[] {
  const inferred = familyResolver(families);
  return models.flatMap(({ id, registry, license, publisher }) => {
    const rule = inferred(id, registry)?.record;
    const differs = (said: string | null | undefined, own: string | null): boolean =>
      said !== undefined && said !== null && own !== null && said !== own;
    return differs(rule?.license, license) || differs(rule?.publisher, publisher)
      ? [`${id}: its family's rule says otherwise`]
      : [];
  });
}

/**
 * A re-packed copy of somebody else's model declares what its own card says. A list that names a license beside it speaks of the
 * model it packs; from there it takes effect on the copy all the same. What is concluded from the original says that it is.
 */
function borrowedLicenses(models: readonly ModelRecord[]): string[] {
  const ownerOf = (id: string): string => id.slice(0, id.indexOf('/') + 1).toLowerCase();
  return models
    .filter(
      ({ id, copyOf, license }) => copyOf !== null && license !== null && ownerOf(id) !== ownerOf(copyOf),
    )
    .filter(({ sources }) =>
      sources
        .filter(({ facts }) => facts.includes('license'))
        .every(({ source, confidence }) => confidence === 'low' && source !== OF_ORIGINAL),
    )
    .map(({ id, license }) => `${id} is a copy for which only a list states ${license}`);
}

/** What is called a copy has the name of its original, but where somebody has read that it is one. */
function misnamedCopies(models: readonly ModelRecord[]): string[] {
  const isRead = ({ facts, confidence }: Source): boolean =>
    facts.includes('copyOf') && confidence === 'high';
  return models
    .filter(
      ({ id, copyOf, sources }) => copyOf !== null && !isNamedAfter(id, copyOf) && !sources.some(isRead),
    )
    .map(({ id, copyOf }) => `${id} is called a copy of ${copyOf ?? ''}, whose name it has not`);
}

function unsourced({ models, organizations, families, licenses, sources }: CatalogRecords): string[] {
  /** A citation names a place: an address, or a document within a repository or publication. */
  const known = ({ source }: Source): boolean =>
    source in sources || /^(https:|github:|npm:)/.test(source) || /[/ ]/.test(source);
  const dated = ({ date }: { readonly date: string }): boolean => /^\d{4}(-\d{2}){0,2}$/.test(date);
  const problem = (id: string, list: readonly Source[]): string[] => [
    ...(list.length === 0 ? [`${id} has no source`] : []),
    ...list
      .filter((source) => !known(source))
      .map(({ source }) => `${id}: the source ${source} is neither in sources.yaml nor a citation`),
    ...list.filter((source) => !dated(source)).map(({ source }) => `${id}: the source ${source} has no date`),
  ];
  return [
    ...[...models, ...organizations, ...families].flatMap(({ id, sources: list }) => problem(id, list)),
    ...licenses
      .filter(({ evidence, verification }) => verification === 'verified' && !evidence.some(dated))
      .map(({ key }) => `license ${key} is verified without dated evidence`),
  ];
}

function cycles(models: readonly ModelRecord[]): string[] {
  const parents = new Map(models.map((model) => [model.id, parentsOf(model).map((parent) => parent.model)]));
  const done = new Set<string>();
  const problems: string[] = [];
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id))
      problems.push(`lineage goes in a circle: ${[...path.slice(path.indexOf(id)), id].join(' → ')}`);
    else if (!done.has(id)) {
      for (const parent of parents.get(id) ?? []) visit(parent, [...path, id]);
      done.add(id);
    }
  };
  for (const id of parents.keys()) visit(id, []);
  return problems;
}
