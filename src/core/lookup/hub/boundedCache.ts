import type { Cache } from '../../ports';

/** Where a cache keeps its one text: a file beside the user's other caches, or the editor's storage. */
export interface TextStore {
  /** `undefined` when there is none yet. */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

/** Of the whole text: a newer or older form is read as empty. */
const VERSION = 1;
const MOST_ENTRIES = 2_000;

/**
 * A cache that keeps the newest entries in one text. A text that is damaged or of another version is as good as none, and
 * is replaced by the next write. Writes that come while one is under way are done together. Several windows or processes may share a
 * text: each adds to it what it learned itself, so that none brings back what another one cleared, or drops what another one added.
 */
export function boundedCache(store: TextStore, most = MOST_ENTRIES): Cache {
  let loaded: Promise<Map<string, string>> | undefined;
  let writing: Promise<void> | undefined;
  let changed = false;
  /** What was set and cleared here and is not written yet. */
  let unsaved = new Map<string, string>();
  let cleared = false;

  const readStore = (): Promise<Map<string, string>> => store.read().then(readEntries, () => new Map());
  const entries = (): Promise<Map<string, string>> => (loaded ??= readStore());

  async function writeUntilCalm(): Promise<void> {
    while (changed) {
      changed = false;
      const kept = cleared ? new Map<string, string>() : await readStore();
      for (const [key, value] of unsaved) put(kept, key, value, most);
      unsaved = new Map();
      cleared = false;
      loaded = Promise.resolve(kept);
      await store.write(JSON.stringify({ version: VERSION, entries: [...kept] }));
    }
  }

  function save(): Promise<void> {
    changed = true;
    return (writing ??= writeUntilCalm().finally(() => (writing = undefined)));
  }

  return {
    get: async (key) => unsaved.get(key) ?? (await entries()).get(key),
    async set(key, value) {
      unsaved.delete(key);
      unsaved.set(key, value);
      put(await entries(), key, value, most);
      await save();
    },
    async clear() {
      unsaved.clear();
      cleared = true;
      (await entries()).clear();
      await save();
    },
  };
}

/** As the newest entry; the oldest go when there are too many. */
function put(entries: Map<string, string>, key: string, value: string, most: number): void {
  entries.delete(key);
  entries.set(key, value);
  for (const oldest of entries.keys()) {
    if (entries.size <= most) break;
    entries.delete(oldest);
  }
}

function readEntries(text: string | undefined): Map<string, string> {
  try {
    const { version, entries } = JSON.parse(text ?? 'null') as { version?: unknown; entries?: unknown };
    if (version !== VERSION || !Array.isArray(entries)) return new Map();
    return new Map(
      entries.filter(
        (entry): entry is [string, string] =>
          Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'string',
      ),
    );
  } catch {
    return new Map();
  }
}
