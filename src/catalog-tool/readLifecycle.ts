import type { ModelRecord, Source } from '../core/catalog/records';
import { undate } from '../core/registries/spelling/hosted';
import type { Registry } from '../core/vocabulary';
import { sourcesOf, type NamedSources } from './namedSources';
import type { DataFile } from './readData';

/** The successor that the publisher names, by model; `null` where it names none. */
type Successors = Readonly<Record<string, string | null>>;

/** What one page of a publisher says of the end of the models on its own service. A file of `lifecycle/` lists several. */
export interface LifecycleNotice {
  readonly registry: Registry;
  /** Key of `sources.yaml`. */
  readonly source: string;
  /** By the day on which requests begin to fail, `YYYY-MM-DD`. */
  readonly shutdown?: Readonly<Record<string, Successors>>;
  /** Given up, with no day set. */
  readonly deprecated?: Successors;
  /** The publisher's undated names lead to snapshots that stand here and never move on: with the last of them such a name ends. */
  readonly undatedToo?: boolean;
}

interface Ending {
  readonly day: string | undefined;
  readonly successor: string | null;
  readonly sources: readonly Source[];
  readonly undatedToo: boolean;
}

/**
 * Adds to each record what its publisher says of its end. Only the name that the page gives is meant, not the same model on
 * another service; and the undated name of its family only where the publisher's page is known to mean that as well. A day up
 * to `today` has passed.
 * Throws when a page names a model without a record, naming file and model.
 */
export function addLifecycle(
  models: readonly ModelRecord[],
  files: readonly DataFile[],
  { sources, today }: { readonly sources: NamedSources; readonly today: string },
): ModelRecord[] {
  const told = new Map(
    files.flatMap((file) =>
      (file.value as LifecycleNotice[]).flatMap((notice) => endingsOf(notice, sources)),
    ),
  );
  const ids = new Set(models.map(({ registry, id }) => `${registry}:${id}`));
  for (const key of told.keys()) if (!ids.has(key)) throw new Error(`lifecycle: there is no model ${key}`);
  const endings = new Map([...undatedEndings(ids, told), ...told]);
  return models.map((model) => {
    const ending = endings.get(`${model.registry}:${model.id}`);
    if (ending === undefined) return model;
    const { day } = ending;
    const successor = lastSuccessor(model, endings);
    const state = day !== undefined && day <= today ? 'retired' : 'deprecated';
    return {
      ...model,
      status: {
        state,
        ...(day !== undefined && { date: day }),
        ...(successor !== undefined && { successor }),
      },
      sources: [...model.sources, ...ending.sources],
    };
  });
}

/** The undated names of which every snapshot ends, each with the end of the last one. */
function undatedEndings(ids: ReadonlySet<string>, told: ReadonlyMap<string, Ending>): Map<string, Ending> {
  const snapshots = new Map<string, string[]>();
  for (const id of ids)
    if (undate(id) !== id) snapshots.set(undate(id), [...(snapshots.get(undate(id)) ?? []), id]);
  const endings = new Map<string, Ending>();
  for (const [undated, dated] of snapshots) {
    const ends = dated.map((id) => told.get(id));
    const [last] = ends
      .filter((end) => end?.undatedToo === true)
      .sort((a, b) => ((a?.day ?? '') < (b?.day ?? '') ? 1 : -1));
    if (last === undefined || ends.includes(undefined)) continue;
    for (const name of [undated, `${undated}-latest`]) if (ids.has(name)) endings.set(name, last);
  }
  return endings;
}

function endingsOf(
  { registry, source, shutdown = {}, deprecated = {}, undatedToo = false }: LifecycleNotice,
  sources: NamedSources,
): [string, Ending][] {
  const from = sourcesOf([source], ['status'], sources);
  const dated = Object.entries(shutdown).flatMap(([day, successors]) =>
    Object.entries(successors).map(([id, successor]) => ({ id, day, successor })),
  );
  const undated = Object.entries(deprecated).map(([id, successor]) => ({ id, day: undefined, successor }));
  return [...dated, ...undated].map(({ id, day, successor }) => [
    `${registry}:${id}`,
    { day, successor, sources: from, undatedToo },
  ]);
}

/** Old pages name successors that are gone themselves by now: theirs are followed. */
function lastSuccessor(
  { registry, id }: ModelRecord,
  endings: ReadonlyMap<string, Ending>,
): string | undefined {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    const next = endings.get(`${registry}:${at}`)?.successor;
    if (next === undefined || next === null || seen.has(next)) return at === id ? undefined : at;
    seen.add(next);
    at = next;
  }
}
