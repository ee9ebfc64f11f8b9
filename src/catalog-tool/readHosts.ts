import type { HostRecord, HostSource, ServiceRecord } from '../core';
import type { DataFile } from './readData';

/** A page, as an address alone, an address with a day behind a blank, or in full. */
type StatedSource = string | HostSource;

/** A host as people write it: one a file. */
interface HostEntry
  extends Pick<HostRecord, 'id' | 'operator' | 'terms' | 'endpoints'>,
    Partial<Pick<HostRecord, 'name' | 'words' | 'resells' | 'fallback'>> {
  readonly regions: Pick<HostRecord['regions'], 'from'> & Partial<HostRecord['regions']>;
  readonly sources: readonly StatedSource[];
  readonly names?: Readonly<Record<string, NameEntry>>;
}

type NameEntry = Partial<Omit<ServiceRecord, 'id' | 'source'>> & { readonly source?: StatedSource };

/** The full record of one file of `hosts/`. Throws when a source has no day, naming the file. */
export function hostOf({ path, value }: DataFile): HostRecord {
  const { id, operator, terms, endpoints, regions, sources, names = {}, ...rest } = value as HostEntry;
  const read = sources.map((source) => sourceOf(source, [], path));
  const [first] = read;
  if (first === undefined) throw new Error(`${path}: it has no source`);
  return {
    id,
    name: rest.name ?? null,
    operator,
    terms,
    words: rest.words ?? [],
    endpoints,
    regions: { from: regions.from, places: regions.places ?? {} },
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
