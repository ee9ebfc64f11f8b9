import type {
  CatalogRecords,
  LicenseRecord,
  ModelRecord,
  OrganizationRecord,
  Source,
} from '../catalog/records';
import type { HostRecord } from '../catalog/hostRecords';
import { message, type Message } from '../message';
import { once } from '../once';
import { closest } from '../text/closest';
import { NONE_STATED, type Registry } from '../vocabulary';
import type { TextRange } from '../text/range';
import { derive, governingLicense } from './derive';
import { hostOfEntry } from './hostEntry';
import { namespaceOwners } from './namespaceOwners';
import { unlisted } from '../catalog/family';
import { NOTHING_SAID } from '../licenses/nothingSaid';
import type { CatalogLayer, Written } from './readLayer';

export interface Layered {
  readonly records: CatalogRecords;
  /** What a layer says that cannot be: then its records are not to be used. */
  readonly problems: readonly { readonly range: TextRange; readonly message: Message }[];
}

/**
 * A catalog with an organization's own records on top: what they state of a model, an organization or a host goes before what the catalog
 * says, fact by fact; a license is replaced as a whole, for half of one is none. What is not stated stays as it is.
 */
export function withLayer(base: CatalogRecords, layer: CatalogLayer): Layered {
  return new Layering(base, layer).run();
}

class Layering {
  private readonly problems: { readonly range: TextRange; readonly message: Message }[] = [];
  private readonly source: string;

  constructor(
    private readonly base: CatalogRecords,
    private readonly layer: CatalogLayer,
  ) {
    // No source of the catalog is taken for the organization's own records.
    this.source = Object.hasOwn(base.sources, layer.title) ? `${layer.title} (own records)` : layer.title;
  }

  run(): Layered {
    const { base, layer } = this;
    for (const section of [layer.models, layer.organizations, layer.licenses, layer.hosts])
      this.once(section);
    const organizations = merged(base.organizations, layer.organizations, 'id', (written, known) =>
      this.organization(written, known),
    );
    const licenses = merged(base.licenses, layer.licenses, 'key', (written) => this.license(written));
    const hosts = merged(base.hosts, layer.hosts, 'id', (written, known) => this.host(written, known));
    const owners = namespaceOwners(organizations);
    const stated = merged(base.models, layer.models, 'id', (written, known) =>
      this.model(written, known, owners),
    );
    const records = {
      ...base,
      organizations,
      licenses,
      hosts,
      models: this.derived(stated, licenses).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      sources: {
        ...base.sources,
        [this.source]: { title: layer.title, url: null, license: null, date: layer.date },
      },
    };
    this.check(records);
    return { records, problems: this.problems };
  }

  private model(
    { key, facts: written, range }: Written,
    known: ModelRecord | undefined,
    owners: (registry: Registry, id: string) => string | null,
  ): ModelRecord {
    const { sources, registry: statedRegistry, aliases = [], ...facts } = written;
    const registry =
      known?.registry ?? ((statedRegistry ?? (key.includes('/') ? 'huggingface' : 'other')) as Registry);
    if (known !== undefined && statedRegistry !== undefined && statedRegistry !== known.registry)
      this.tell(range, message('The catalog has {0} as a model of “{1}”', known.id, known.registry));
    const before = known ?? unlisted(key, registry, { publisher: owners(registry, key) });
    const names = Object.keys(written).filter((name) => name !== 'sources' && name !== 'registry');
    return {
      ...before,
      // How open weights are follows from the license, unless that is stated too. What can only be called stays so.
      ...('license' in facts && before.openness !== 'api-only' && { openness: null }),
      ...facts,
      aliases: [...new Set([...before.aliases, ...(aliases as readonly string[])])].sort(),
      sources: this.cited(sources, names.length === 0 ? ['id'] : names, before.sources),
    };
  }

  /** The models that the layer states, and those whose license or original it does, with what follows from that. */
  private derived(
    models: readonly ModelRecord[],
    licenses: readonly LicenseRecord[],
  ): readonly ModelRecord[] {
    const written = new Set(this.layer.models.map(({ key }) => lower(key)));
    const changed = new Set(this.layer.licenses.map(({ key }) => key));
    const byKey = new Map(licenses.map((license) => [license.key, license]));
    const byId = new Map(models.map((model) => [lower(model.id), model]));
    return models.map((model) => {
      const own = governingLicense(model, (id) => byId.get(lower(id)));
      const keys = [...(own === null ? [] : [own]), ...(model.alsoLicenses ?? [])];
      const isWritten = written.has(lower(model.id));
      const isOfChanged =
        keys.some((key) => changed.has(key)) || (model.copyOf !== null && written.has(lower(model.copyOf)));
      if (!isWritten && !isOfChanged) return model;
      const isStated =
        isWritten ||
        model.openness === 'api-only' ||
        model.sources.some(({ facts }) => facts.includes('openness'));
      return derive(
        isStated ? model : { ...model, openness: null },
        keys.map((key) => byKey.get(key)),
      );
    });
  }

  private organization(
    { key, facts, range }: Written,
    known: OrganizationRecord | undefined,
  ): OrganizationRecord {
    const { sources, owners = [], ...stated } = facts;
    if (known === undefined) this.needs(range, facts, ['name', 'kind']);
    const before: OrganizationRecord = known ?? {
      id: key,
      name: key,
      kind: 'unknown',
      country: null,
      parent: null,
      owners: [],
      sources: [],
    };
    return {
      ...before,
      ...stated,
      owners: [...new Set([...before.owners, ...(owners as readonly string[])])],
      sources: this.cited(sources, Object.keys(facts), before.sources),
    };
  }

  private license({ key, facts, range }: Written): LicenseRecord {
    const { sources, ...stated } = facts;
    this.needs(range, facts, ['name', 'category', 'commercialUse']);
    const evidence = (sources as readonly string[] | undefined) ?? [this.source];
    return {
      key,
      ...NOTHING_SAID,
      ...(stated as Pick<LicenseRecord, 'name' | 'category' | 'commercialUse'>),
      evidence: evidence.map((source) => ({ source, date: this.layer.date })),
    };
  }

  private host({ key, facts, range }: Written, known: HostRecord | undefined): HostRecord {
    if (known === undefined) this.needs(range, facts, ['endpoints', 'sources']);
    const { layer } = this;
    const stated = hostOfEntry(layer.title, {
      operator: null,
      terms: null,
      endpoints: [],
      regions: known?.regions ?? { from: 'unknown' },
      sources: [{ url: layer.title, read: layer.date }],
      ...facts,
      id: key,
    });
    return known === undefined ? stated : withFacts(known, stated, facts);
  }

  /** An entry stands once, whatever case it is written in. */
  private once(entries: readonly Written[]): void {
    const seen = new Set<string>();
    for (const { key, range } of entries) {
      if (seen.has(lower(key))) this.tell(range, message('The key "{0}" is written twice', key));
      seen.add(lower(key));
    }
  }

  /** What the layer's entries lead to has to be there. */
  private check({ licenses, organizations, models }: CatalogRecords): void {
    const keys = new Set([NONE_STATED, ...licenses.map(({ key }) => key)]);
    const ids = new Set(organizations.map(({ id }) => id));
    const license = (name: unknown, range: TextRange): void => {
      if (typeof name === 'string' && !keys.has(name))
        this.tell(range, message('There is no license "{0}", neither here nor in the catalog', name));
    };
    const organization = (name: unknown, range: TextRange): void => {
      if (typeof name === 'string' && !ids.has(name))
        this.tell(range, message('There is no organization "{0}", neither here nor in the catalog', name));
    };
    const model = this.modelCheck(models);
    for (const { facts, at } of this.layer.models) {
      for (const { model: base } of (facts['lineage'] ?? []) as ModelRecord['lineage'])
        model(base, at('lineage'));
      model(facts['copyOf'], at('copyOf'));
      license(facts['license'], at('license'));
      license(facts['codeLicense'], at('codeLicense'));
      for (const also of (facts['alsoLicenses'] ?? []) as readonly string[])
        license(also, at('alsoLicenses'));
      organization(facts['publisher'], at('publisher'));
    }
    for (const { facts, at } of this.layer.organizations) organization(facts['parent'], at('parent'));
    for (const { facts, at } of this.layer.hosts) {
      license(facts['terms'], at('terms'));
      organization(facts['operator'], at('operator'));
      const names = (facts['names'] ?? {}) as Readonly<Record<string, { readonly model?: string }>>;
      for (const { model: runs } of Object.values(names)) model(runs, at('names'));
    }
  }

  /** What tells a name that no record has as its id: a slip there would leave out whose terms hold. */
  private modelCheck(models: readonly ModelRecord[]): (name: unknown, range: TextRange) => void {
    const ids = once(() => new Map(models.map(({ id }) => [lower(id), id])));
    const aliased = once(
      () => new Map(models.flatMap(({ id, aliases }) => aliases.map((a) => [lower(a), id]))),
    );
    return (name, range) => {
      if (typeof name !== 'string' || ids().has(lower(name))) return;
      const near = aliased().get(lower(name)) ?? closest(name, ofOwner(name, ids().values()));
      this.tell(
        range,
        near === undefined
          ? message('There is no model "{0}", neither here nor in the catalog', name)
          : message(
              'There is no model "{0}", neither here nor in the catalog; did you mean "{1}"?',
              name,
              near,
            ),
      );
    };
  }

  private needs(range: TextRange, facts: Written['facts'], names: readonly string[]): void {
    for (const name of names)
      if (facts[name] === undefined) this.tell(range, message('The key "{0}" is missing', name));
  }

  /** The sources of a record: the layer's before those of the catalog, which no longer give what it states. */
  private cited(sources: unknown, facts: readonly string[], before: readonly Source[]): readonly Source[] {
    const own = (sources as readonly string[] | undefined) ?? [this.source];
    return [
      ...own.map((source) => ({ source, date: this.layer.date, facts, confidence: 'high' as const })),
      ...before
        .map((source) => ({ ...source, facts: source.facts.filter((fact) => !facts.includes(fact)) }))
        .filter((source) => source.facts.length > 0),
    ];
  }

  private tell(range: TextRange, told: Message): void {
    this.problems.push({ range, message: told });
  }
}

/** The ids that have the owner of a name, or none as it has none. */
function ofOwner(name: string, ids: Iterable<string>): readonly string[] {
  const owner = lower(name.slice(0, name.indexOf('/') + 1));
  return [...ids].filter((id) => (owner === '' ? !id.includes('/') : lower(id).startsWith(owner)));
}

/**
 * A host of the catalog with what a layer states of it, also of each name fact by fact. Endpoints and words add up: a way to it more does
 * not take the known ones away.
 */
function withFacts(known: HostRecord, stated: HostRecord, facts: Written['facts']): HostRecord {
  const { names = {}, ...own } = facts as { readonly names?: Readonly<Record<string, object>> };
  const written = new Map(Object.entries(names).map(([id, entry]) => [lower(id), Object.keys(entry)]));
  const rest = new Map(stated.names.map((service) => [lower(service.id), service]));
  const before = known.names.map((service) => {
    const id = lower(service.id);
    const now = rest.get(id);
    rest.delete(id);
    return now === undefined
      ? service
      : { ...service, ...picked(now, [...(written.get(id) ?? []), 'source']) };
  });
  return {
    ...known,
    ...picked(stated, Object.keys(own)),
    endpoints: [...new Set([...known.endpoints, ...stated.endpoints])],
    words: [...new Set([...known.words, ...stated.words])],
    names: [...before, ...rest.values()],
  };
}

function picked<T extends object>(from: T, names: readonly string[]): Partial<T> {
  return Object.fromEntries(names.map((name) => [name, from[name as keyof T]])) as Partial<T>;
}

/** Records in the order of the catalog's, the new ones behind them: those of models by id, as a catalog has them. */
function merged<R extends Readonly<Record<K, string>>, K extends 'id' | 'key'>(
  base: readonly R[],
  written: readonly Written[],
  name: K,
  made: (written: Written, known: R | undefined) => R,
): readonly R[] {
  if (written.length === 0) return base;
  const rest = new Map(written.map((entry) => [lower(entry.key), entry]));
  const known = base.map((record) => {
    const entry = rest.get(lower(record[name]));
    if (entry === undefined) return record;
    rest.delete(lower(record[name]));
    return made(entry, record);
  });
  return [...known, ...[...rest.values()].map((entry) => made(entry, undefined))];
}

function lower(text: string): string {
  return text.toLowerCase();
}
