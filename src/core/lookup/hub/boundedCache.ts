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
 * is replaced by the next write. Writes that come while one is under way are done together.
 */
export function boundedCache(store: TextStore, most = MOST_ENTRIES): Cache {
  let loaded: Promise<Map<string, string>> | undefined;
  let writing: Promise<void> | undefined;
  let changed = false;

  const entries = (): Promise<Map<string, string>> =>
    (loaded ??= store.read().then(readEntries, () => new Map()));

  async function writeUntilCalm(): Promise<void> {
    while (changed) {
      changed = false;
      await store.write(JSON.stringify({ version: VERSION, entries: [...(await entries())] }));
    }
  }

  function save(): Promise<void> {
    changed = true;
    return (writing ??= writeUntilCalm().finally(() => (writing = undefined)));
  }

  return {
    get: async (key) => (await entries()).get(key),
    async set(key, value) {
      const kept = await entries();
      kept.delete(key);
      kept.set(key, value);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      await save();
    },
    async clear() {
      (await entries()).clear();
      await save();
    },
  };
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
