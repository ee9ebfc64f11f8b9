import type { HostEnd, HostRecord, HostSource, ServiceRecord } from '../catalog/hostRecords';

/** A page, as an address alone, an address with a day behind a blank, or in full. */
type StatedSource = string | HostSource;

/** A host as people write it: one a file. */
interface HostEntry
  extends Pick<HostRecord, 'id' | 'operator' | 'terms' | 'endpoints'>,
    Partial<Pick<HostRecord, 'name' | 'words' | 'resells' | 'fallback'>> {
  readonly regions: Pick<HostRecord['regions'], 'from'> & Partial<HostRecord['regions']>;
  readonly sources: readonly StatedSource[];
  readonly names?: Readonly<Record<string, NameEntry>>;
  readonly termsUnreadIn?: readonly string[];
  readonly ownPages?: readonly string[];
  readonly passesOn?: Omit<NonNullable<HostRecord['passesOn']>, 'source'> & { readonly source: StatedSource };
  readonly ended?: Omit<HostEnd, 'source'> & { readonly source: StatedSource };
}

type NameEntry = Partial<Omit<ServiceRecord, 'id' | 'source'>> & { readonly source?: StatedSource };

/**
 * The full record of a host as people write it. Throws when a source has no day, naming the file.
 * @param path of the file, for what is thrown
 * @param value of the form of `src/catalog/schemas/hosts.schema.json`
 */
export function hostOfEntry(path: string, value: unknown): HostRecord {
  const { id, operator, terms, endpoints, regions, sources, names = {}, ...rest } = value as HostEntry;
  const read = sources.map((source) => sourceOf(source, [], path));
  const [first] = read;
  if (first === undefined) throw new Error(`${path}: it has no source`);
  return {
    id,
    name: rest.name ?? null,
    operator,
    terms,
    ...(rest.termsUnreadIn !== undefined && { termsUnreadIn: rest.termsUnreadIn }),
    words: rest.words ?? [],
    endpoints,
    ...(rest.ownPages !== undefined && { ownPages: rest.ownPages }),
    regions: {
      from: regions.from,
      places: regions.places ?? {},
      ...(regions.spans !== undefined && { spans: regions.spans }),
      ...(regions.keeps !== undefined && { keeps: regions.keeps }),
      ...(regions.form !== undefined && { form: regions.form }),
      ...(regions.deploymentTypes !== undefined && { deploymentTypes: regions.deploymentTypes }),
    },
    ...(rest.passesOn !== undefined && {
      passesOn: { ...rest.passesOn, source: sourceOf(rest.passesOn.source, read, `${path}: passesOn`) },
    }),
    resells: rest.resells ?? [],
    names: Object.entries(names).map(([name, { source, ...entry }]) => ({
      id: name,
      aliases: entry.aliases ?? [],
      model: entry.model ?? null,
      status: entry.status ?? 'active',
      endsOn: entry.endsOn ?? null,
      endsNotBefore: entry.endsNotBefore ?? null,
      deprecatedOn: entry.deprecatedOn ?? null,
      successor: entry.successor ?? null,
      note: entry.note ?? null,
      source: source === undefined ? first : sourceOf(source, read, `${path}: ${name}`),
    })),
    fallback: rest.fallback ?? [],
    sources: read,
    ...(rest.ended !== undefined && {
      ended: { ...rest.ended, source: sourceOf(rest.ended.source, read, `${path}: ended`) },
    }),
  };
}

const WITH_DAY = /^(\S+) (\d{4}-\d{2}-\d{2})$/;

function sourceOf(stated: StatedSource, known: readonly HostSource[], where: string): HostSource {
  if (typeof stated !== 'string') return stated;
  const [, url, read] = WITH_DAY.exec(stated) ?? [];
  if (url !== undefined && read !== undefined) return { url, read };
  const page = known.find((source) => source.url === stated);
  if (page === undefined) throw new Error(`${where}: the source ${stated} has no day`);
  return page;
}
