import type { ModelRecord, Source } from '../../core/catalog/records';
import type { Registry } from '../../core/vocabulary';
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
}

interface Ending {
  readonly day: string | undefined;
  readonly successor: string | null;
  readonly sources: readonly Source[];
}

/**
 * Adds to each record what its publisher says of its end. Only the name that the page gives is meant: neither the undated
 * name of the same family nor the same model on another service. A day up to `today` has passed.
 * Throws when a page names a model without a record, naming file and model.
 */
export function addLifecycle(models: readonly ModelRecord[], files: readonly DataFile[], { sources, today }: { readonly sources: NamedSources; readonly today: string }): ModelRecord[] {
  const endings = new Map(files.flatMap((file) => (file.value as LifecycleNotice[]).flatMap((notice) => endingsOf(notice, sources))));
  const ids = new Set(models.map(({ registry, id }) => `${registry}:${id}`));
  for (const key of endings.keys()) if (!ids.has(key)) throw new Error(`lifecycle: there is no model ${key}`);
  return models.map((model) => {
    const ending = endings.get(`${model.registry}:${model.id}`);
    if (ending === undefined) return model;
    const { day } = ending;
    const successor = lastSuccessor(model, endings);
    const state = day !== undefined && day <= today ? 'retired' : 'deprecated';
    return {
      ...model,
      status: { state, ...(day !== undefined && { date: day }), ...(successor !== undefined && { successor }) },
      sources: [...model.sources, ...ending.sources],
    };
  });
}

function endingsOf({ registry, source, shutdown = {}, deprecated = {} }: LifecycleNotice, sources: NamedSources): [string, Ending][] {
  const from = sourcesOf([source], ['status'], sources);
  const dated = Object.entries(shutdown).flatMap(([day, successors]) => Object.entries(successors).map(([id, successor]) => ({ id, day, successor })));
  const undated = Object.entries(deprecated).map(([id, successor]) => ({ id, day: undefined, successor }));
  return [...dated, ...undated].map(({ id, day, successor }) => [`${registry}:${id}`, { day, successor, sources: from }]);
}

/** Old pages name successors that are gone themselves by now: theirs are followed. */
function lastSuccessor({ registry, id }: ModelRecord, endings: ReadonlyMap<string, Ending>): string | undefined {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    const next = endings.get(`${registry}:${at}`)?.successor;
    if (next === undefined || next === null || seen.has(next)) return at === id ? undefined : at;
    seen.add(next);
    at = next;
  }
}
