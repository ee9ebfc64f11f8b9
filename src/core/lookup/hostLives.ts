import { isOnlyListed } from '../catalog/hostIndex';
import { modelOf, modelsOfAliases } from '../catalog/hostedModel';
import type { Catalog } from '../catalog/records';
import { message, type Message, sideBySide, withComma } from '../message';
import type { ModelStatus } from '../model';
import { perObject } from '../once';
import { grouped } from '../text/grouped';
import { BY_HOST } from '../registries/tables';
import { STATUS_WORDS } from '../wording';
import { serviceAt, statusOn } from './service';

/** What the calendar of a host says of a model, as an audit tells it of a call there. */
export interface HostLife {
  readonly host: string;
  /** How people call the host. */
  readonly name: string;
  /** The name that is called there. */
  readonly id: string;
  readonly status: ModelStatus;
  /** The page that tells it. */
  readonly source: string | null;
}

/** The names that hosts have for models, by the ids of these, where their calendars tell more than that they have them. */
const namesOf = perObject((catalog: Catalog) =>
  grouped(
    catalog.hosts.flatMap(({ id: host, names }) =>
      names.flatMap((service) => {
        if (isOnlyListed(service)) return [];
        const model = modelOf(catalog, host, service);
        // Another name there has the same life, be it one of a record of its own: `claude-opus-4-1`.
        const others = modelsOfAliases(catalog, host, service).map(
          (led, at) => [led, service.aliases[at] ?? service.id] as const,
        );
        const known = [...others, [model, service.id] as const];
        return [...new Map(known)].flatMap(([of, id]) => (of === null ? [] : [{ host, id, model: of }]));
      }),
    ),
    ({ model }) => model,
  ),
);

/**
 * What the hosts that have a model say of its end: each has a calendar of its own, so that no one day holds for a model.
 * Those whose calendars tell nothing of it are left out; the maker's own stands first.
 * @param today `YYYY-MM-DD`
 */
export function livesAt(catalog: Catalog, model: string, today: string): readonly HostLife[] {
  const publisher = catalog.model(model)?.publisher ?? null;
  const isMaker = (host: string): boolean => publisher !== null && catalog.host(host)?.operator === publisher;
  return (namesOf(catalog).get(model) ?? [])
    .map(({ host, id }) => {
      const { name, status, source } = serviceAt(catalog, host, id, { registry: BY_HOST.get(host) });
      return { host, name, id, status: statusOn(status, today), source: source?.url ?? null };
    })
    .sort((one, other) => Number(isMaker(other.host)) - Number(isMaker(one.host)));
}

/** Longer lists of hosts are cut where they stand in a line. */
const MOST_HOSTS = 4;

/**
 * The state of a model as one line: that which is known of it by itself, where no host tells it, and that at each host.
 * @param lives of the model, the maker's first
 */
export function statusLine(
  status: ModelStatus,
  lives: readonly HostLife[],
  say: (text: Message) => string,
): string {
  const written = ({ state, date, successor }: ModelStatus): string =>
    sideBySide(
      [
        say(STATUS_WORDS[state]),
        ...(date === undefined ? [] : [date]),
        ...(successor === undefined ? [] : [say(message('followed by {0}', successor))]),
      ],
      say,
      withComma,
    );
  const own = written(status);
  const told = lives.map(({ name, status: there }) => ({ name, text: written(there) }));
  const lines = [
    ...(told.some(({ text }) => text === own) ? [] : [own]),
    ...new Set(told.slice(0, MOST_HOSTS).map(({ name, text }) => say(message('{0}: {1}', name, text)))),
    ...(told.length > MOST_HOSTS ? [say(message('and {0} more', told.length - MOST_HOSTS))] : []),
  ];
  return sideBySide(lines, say);
}
