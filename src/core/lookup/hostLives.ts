import { isOnlyListed } from '../catalog/hostIndex';
import { modelOf, modelsOfAliases } from '../catalog/hostedModel';
import type { Catalog } from '../catalog/records';
import { message, type Message, sideBySide, withComma } from '../message';
import type { Model, ModelStatus } from '../model';
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

/** Whether a host's name is that of one dated version of a model, whose end is not that of the model: `qwen-max-2024-01-07`. */
function isVersionOf(id: string, model: string): boolean {
  const [name, of] = [id, model].map((one) => one.slice(one.lastIndexOf('/') + 1).toLowerCase());
  return (
    name !== undefined && of !== undefined && name.startsWith(of) && /^[-@:_]\d/.test(name.slice(of.length))
  );
}

/**
 * The state of a model as one line: that which is known of it by itself, where no host tells it, and that at each host. Of a version of
 * it the name is told too.
 * @param lives of the model, the maker's first
 */
export function statusLine(
  { id: model, status }: Pick<Model, 'id' | 'status'>,
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
  const told = lives.map(({ id, name, status: there }) => {
    const isVersion = isVersionOf(id, model);
    const text = written(there);
    return {
      isOwn: !isVersion && text === own,
      line: isVersion ? message('{0} at {1}: {2}', id, name, text) : message('{0}: {1}', name, text),
    };
  });
  const lines = [
    ...(told.some(({ isOwn }) => isOwn) ? [] : [own]),
    ...new Set(told.slice(0, MOST_HOSTS).map(({ line }) => say(line))),
    ...(told.length > MOST_HOSTS ? [say(message('and {0} more', told.length - MOST_HOSTS))] : []),
  ];
  return sideBySide(lines, say);
}
