import { once } from '../once';
import type { HostRecord, HostSource, ServiceRecord, ServiceState } from './hostRecords';

/** The compact form of a host's calendar: few pages tell of many names, and most fields of a name are empty. */
export interface CompiledHost extends Omit<HostRecord, 'names'> {
  readonly pages: readonly HostSource[];
  /** Per name: id, number of its page, state, then {@link FIELDS} with the empty ones at the end left out. */
  readonly calendar: readonly (readonly unknown[])[];
}

const FIELDS = ['model', 'endsOn', 'successor', 'deprecatedOn', 'endsNotBefore', 'note'] as const;
const STATES: readonly ServiceState[] = ['active', 'deprecated', 'retired'];

export function encodeHost({ names, ...host }: HostRecord): CompiledHost {
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
  };
}

/** A host whose calendar is made when it is first asked for. */
export function decodeHost({ pages, calendar, ...host }: CompiledHost): HostRecord {
  const names = once(() => calendar.map((row) => serviceOf(row, pages)));
  return {
    ...host,
    get names() {
      return names();
    },
  };
}

function serviceOf(
  [id, page, state, ...rest]: readonly unknown[],
  pages: readonly HostSource[],
): ServiceRecord {
  const source = pages[page as number];
  if (source === undefined) throw new RangeError(`no page ${String(page)} for ${String(id)}`);
  return {
    id: id as string,
    aliases: (rest[FIELDS.length] ?? []) as readonly string[],
    status: STATES[state as number] ?? 'active',
    source,
    ...fieldsOf(rest),
  };
}

function fieldsOf(values: readonly unknown[]): Pick<ServiceRecord, (typeof FIELDS)[number]> {
  const fields: Record<string, unknown> = {};
  FIELDS.forEach((field, at) => {
    fields[field] = values[at] ?? null;
  });
  return fields as unknown as Pick<ServiceRecord, (typeof FIELDS)[number]>;
}

function pageKey({ url, read }: HostSource): string {
  return `${read} ${url}`;
}

function withoutEmptyEnd(row: readonly unknown[]): readonly unknown[] {
  const last = row.findLastIndex((value) => value !== null);
  return row.slice(0, last + 1);
}
