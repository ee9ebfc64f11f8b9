import { type Catalog, isRegistry, type Lookup, serviceAt } from '../../core';
import type { ListedName, PackageList } from './packageLists';

/** What has to be known of a hosted name: who released the model and from where, under which terms it is called, and until when. */
export const FACTS = ['publisher', 'country', 'terms', 'status'] as const;
export type Fact = (typeof FACTS)[number];

/** The catalog, and a look-up over it. */
export interface KnownSource {
  readonly catalog: Catalog;
  readonly lookup: Lookup;
}

/** What is known of one name. */
export interface Known extends Readonly<Record<Fact, boolean>> {
  /** Besides these: how open the model is, and under which license. */
  readonly full: boolean;
}

/** Counts of a list: how many of its names have each fact, all four, and a full answer. */
export interface Coverage {
  readonly list: string;
  readonly names: number;
  readonly facts: Readonly<Record<Fact, number>>;
  readonly all: number;
  readonly full: number;
}

/**
 * What the catalog knows of a name at a host, as a look-up of `host:id` gives it. A status counts as known only where a calendar has
 * the name: no entry is no evidence that it is active.
 */
export function knownOf({ catalog, lookup }: KnownSource, { host, id }: ListedName): Known {
  const registry = isRegistry(host) ? host : undefined;
  const model = lookup.find(id, registry ?? 'other', catalog.host(host) === undefined ? undefined : host);
  const service = serviceAt(catalog, host, id, { registry });
  const license = model?.license.declared ?? null;
  const isLicensed = license !== null && license.category !== 'unknown';
  const facts = {
    publisher: model?.publisher !== undefined && model.publisher !== null,
    country: (model?.publisher?.country ?? null) !== null,
    terms: service.terms !== undefined || isLicensed,
    status: service.source !== null,
  };
  const openness = model?.openness.level ?? 'unknown';
  return {
    ...facts,
    full: FACTS.every((fact) => facts[fact]) && isLicensed && openness !== 'unknown',
  };
}

/** The counts of each list, then those of all names together, each name at a host once. */
export function coverageOf(from: KnownSource, lists: readonly PackageList[]): readonly Coverage[] {
  const all = new Map(
    lists.flatMap(({ names }) => names.map((name) => [`${name.host} ${name.id}`, name] as const)),
  );
  return [
    ...lists.map((list) => count(from, `${list.package} ${list.version}`, list.names)),
    count(from, 'all', [...all.values()]),
  ];
}

function count(from: KnownSource, list: string, names: readonly ListedName[]): Coverage {
  const known = names.map((name) => knownOf(from, name));
  const facts = Object.fromEntries(
    FACTS.map((fact) => [fact, known.filter((name) => name[fact]).length]),
  ) as Record<Fact, number>;
  return {
    list,
    names: names.length,
    facts,
    all: known.filter((name) => FACTS.every((fact) => name[fact])).length,
    full: known.filter(({ full }) => full).length,
  };
}
