import { once } from '../once';
import type { HostRecord, HostSource, ServiceRecord, ServiceState } from './hostRecords';

/** The compact form of a host's calendar: few pages tell of many names, and most fields of a name are empty. */
export interface CompiledHost extends Omit<HostRecord, 'names'> {
  readonly pages: readonly HostSource[];
  /** Per name: id, number of its page, state, then {@link FIELDS} with the empty ones at the end left out. */
  readonly calendar: readonly (readonly unknown[])[];
  /** Per name that states no model: the id of the record that it leads to, `null` where it leads to none. */
  readonly leads?: readonly (string | null)[];
  /** By the number of a name that has others: the same of each of these. */
  readonly aliasLeads?: Readonly<Record<number, readonly (string | null)[]>>;
}

const FIELDS = ['model', 'endsOn', 'successor', 'deprecatedOn', 'endsNotBefore', 'note'] as const;
const FIRST_FIELD = 3;
const STATES: readonly ServiceState[] = ['active', 'deprecated', 'retired'];

/** @param leadsOf told for a whole catalog only: which model record a name leads to */
export function encodeHost(
  { names, ...host }: HostRecord,
  leadsOf?: (name: string) => string | null,
): CompiledHost {
  const pages = [...new Map(names.map(({ source }) => [pageKey(source), source])).values()];
  const numbers = new Map(pages.map((page, at) => [pageKey(page), at]));
  return {
    ...host,
    pages,
    calendar: names.map((name) =>
      withoutEmptyEnd([
        name.id,
        numbers.get(pageKey(name.source)),
        STATES.indexOf(name.status),
        ...FIELDS.map((field) => name[field]),
        name.aliases.length === 0 ? null : name.aliases,
      ]),
    ),
    ...(leadsOf !== undefined && {
      leads: withoutEmptyEnd(names.map(({ id, model }) => (model === null ? leadsOf(id) : null))),
      aliasLeads: Object.fromEntries(
        names.flatMap(({ aliases }, at) => (aliases.length === 0 ? [] : [[at, aliases.map(leadsOf)]])),
      ),
    }),
  };
}

/** A host whose calendar is made when it is first asked for. */
export function decodeHost({ pages, calendar, leads, aliasLeads, ...host }: CompiledHost): HostRecord {
  const names = once(() =>
    calendar.map((row, at) => {
      const service = serviceOf(row, pages, leads === undefined ? undefined : (leads[at] ?? null));
      const aliasesLeadTo = aliasLeads?.[at];
      return aliasesLeadTo === undefined ? service : { ...service, aliasesLeadTo };
    }),
  );
  return {
    ...host,
    get names() {
      return names();
    },
  };
}

/** Written out, as hosts have thousands of names: the engine makes objects of one form fast. */
function serviceOf(
  row: readonly unknown[],
  pages: readonly HostSource[],
  leadsTo: string | null | undefined,
): ServiceRecord {
  const [id, page, state] = row as readonly [string, number, number];
  const source = pages[page];
  if (source === undefined) throw new RangeError(`no page ${String(page)} for ${id}`);
  const text = (field: (typeof FIELDS)[number]): string | null =>
    (row[FIRST_FIELD + FIELDS.indexOf(field)] ?? null) as string | null;
  return {
    id,
    aliases: (row[FIRST_FIELD + FIELDS.length] ?? []) as readonly string[],
    status: STATES[state] ?? 'active',
    source,
    model: text('model'),
    endsOn: text('endsOn'),
    successor: text('successor'),
    deprecatedOn: text('deprecatedOn'),
    endsNotBefore: text('endsNotBefore'),
    note: text('note'),
    ...(leadsTo !== undefined && { leadsTo }),
  };
}

function pageKey({ url, read }: HostSource): string {
  return `${read} ${url}`;
}

function withoutEmptyEnd<T>(row: readonly T[]): readonly T[] {
  const last = row.findLastIndex((value) => value !== null);
  return row.slice(0, last + 1);
}
