import { describe, expect, it } from 'vitest';
import { FileSearcher, FileSearches } from '../../../src/core/audit/fileSearches';
import type { Found, FoundCache, Searched, Searchers } from '../../../src/core/audit/found';
import { heldBytes } from '../../support/heldBytes';
import { auditTree, markerEngine, placesOf, skippedOf } from './memory';

const FILE: Searched = { path: 'a.py', text: 'model:one', configValues: new Map(), additions: undefined };
const TREE = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [`f${String(at).padStart(2, '0')}.py`, `model:m${at}`]),
);

/** Searchers that take every other file and answer in an order of their own. */
function everyOther(outcome: (found: Found) => Found = (found) => found): Searchers & { taken: string[] } {
  const searcher = new FileSearcher(markerEngine());
  const taken: string[] = [];
  let asked = 0;
  return {
    taken,
    take(searched) {
      if (asked++ % 2 === 0) return undefined;
      taken.push(searched.path);
      const turns = 12 - (asked % 13);
      return Array.from({ length: turns })
        .reduce<Promise<void>>(
          (before) => before.then(() => new Promise((next) => setImmediate(next))),
          Promise.resolve(),
        )
        .then(() => outcome(searcher.search(searched)));
    },
  };
}

describe('a notice that this program wrote', () => {
  const search = (text: string): number =>
    new FileSearcher(markerEngine()).search({ ...FILE, path: 'NOTICE', text }).detection.references.length;

  it('names the models of the project again, which is no use or mention more', () => {
    expect(search('NOTICE: AI models used by demo\n\nmodel:one')).toBe(0);
    expect(search('# Incomplete: add\n\nNOTICE: AI models used by demo\nmodel:one')).toBe(0);
    expect(search('Our NOTICE: AI models used by demo\nmodel:one')).toBe(1);
    expect(search('NOTICE\nmodel:one')).toBe(1);
  });
});

/** What the engine finds, with a name that is a part of the text. */
function cutFrom(text: string, engine: ReturnType<typeof markerEngine>): Found['detection'] {
  const { references, ...rest } = engine.detect({ path: FILE.path, text }, {});
  return { ...rest, references: references.map((one) => ({ ...one, id: text.slice(6, text.indexOf(' ')) })) };
}

describe('an audit whose files are searched by others', () => {
  it('gives the same result, in the same order', async () => {
    const alone = await auditTree(TREE);
    const searchers = everyOther();
    expect(await auditTree(TREE, {}, { searchers })).toEqual(alone);
    expect(searchers.taken.length).toBe(20);
  });

  it('searches itself what others broke on', async () => {
    const searchers = everyOther(() => {
      throw new Error('ended');
    });
    expect(await auditTree(TREE, {}, { searchers })).toEqual(await auditTree(TREE));
  });

  it('lists a file as failed once when the search breaks everywhere', async () => {
    const engine = markerEngine();
    const broken: typeof engine = {
      ...engine,
      detect: (source, context) => {
        if (source.path === 'f03.py') throw new RangeError('too much');
        return engine.detect(source, context);
      },
    };
    const searchers: Searchers = { take: () => Promise.reject(new Error('broken there')) };
    for (const host of [{ engine: broken }, { engine: broken, searchers }]) {
      const result = await auditTree(TREE, {}, host);
      expect(skippedOf(result)).toEqual({ 'f03.py': 'failed' });
      expect(result.references.length).toBe(39);
    }
  });

  it('keeps what it has when it is canceled while files are ahead', async () => {
    const signal = { canceled: false };
    const searchers = everyOther();
    const onProgress = ({ phase, done }: { phase: string; done: number }): void => {
      if (phase === 'read' && done === 5) signal.canceled = true;
    };
    const result = await auditTree(TREE, { signal, onProgress }, { searchers });
    expect(placesOf(result).length).toBe(5);
    expect(Object.values(skippedOf(result))).toEqual(Array.from({ length: 35 }, () => 'canceled'));
    expect(result.stats).toMatchObject({ complete: false, canceled: true, filesScanned: 5 });
  });
});

describe('files that wait for their search', () => {
  /** How many files of a tree are read while the search of the first does not end. */
  async function readAhead(tree: Readonly<Record<string, string>>): Promise<number> {
    const searcher = new FileSearcher(markerEngine());
    const waiting: (() => void)[] = [];
    const searchers: Searchers = {
      take: (searched) => new Promise((resolve) => waiting.push(() => resolve(searcher.search(searched)))),
    };
    const result = auditTree(tree, { maxBytes: 5_000_000 }, { searchers });
    let read = -1;
    while (read < waiting.length) {
      read = waiting.length;
      for (let turn = 0; turn < 50; turn++) await new Promise((next) => setImmediate(next));
    }
    while (waiting.length > 0) {
      waiting.shift()?.();
      await new Promise((next) => setImmediate(next));
    }
    expect((await result).references.length).toBe(Object.keys(tree).length);
    return read;
  }

  it('are so many at a time, whatever the tree holds', async () => {
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}.py`, `model:m${at}`]));
    expect(await readAhead(files(30))).toBe(30);
    expect(await readAhead(files(700))).toBe(513);
  });

  it('are fewer where they are large', async () => {
    const large = `model:one ${' '.repeat(3_000_000)}`;
    const files = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`f${at}.py`, large]));
    expect(await readAhead(files)).toBe(3);
  });
});

const NOT_QUIET = { quiet: () => undefined, keepQuiet: () => undefined };

describe('the search of a file', () => {
  it('keeps nothing of its text in memory but what was found in it', async () => {
    const engine = markerEngine();
    const host = { ...engine, detect: (source: { readonly text: string }) => cutFrom(source.text, engine) };
    const searches = new FileSearches({ engine: host });
    const kept: Found[] = [];
    const before = heldBytes();
    for (let file = 0; file < 64; file++) {
      const text = `model:a-name-that-is-not-short-${file} ${file}`.padEnd(1_000_000, 'x');
      kept.push((await searches.begin({ ...FILE, text }).found())());
    }
    expect(heldBytes() - before).toBeLessThan(32_000_000);
    expect(kept.at(-1)?.detection.references[0]?.id).toBe('a-name-that-is-not-short-63');
  });

  it('is not done where it is known, and its result is kept where it is not', async () => {
    const kept: string[] = [];
    let known: Found | undefined;
    const found: FoundCache = {
      ...NOT_QUIET,
      known: () => known,
      keep: ({ path }, made) => {
        kept.push(path);
        known = made;
      },
    };
    const searches = new FileSearches({ engine: markerEngine(), found });
    const first = (await searches.begin(FILE).found())();
    expect(first.detection.references.map(({ id }) => id)).toEqual(['one']);
    const second = searches.begin(FILE);
    expect(second.isUnderWay).toBe(false);
    expect((await second.found())()).toBe(first);
    expect(kept).toEqual(['a.py']);
  });

  it('is under way until who took it answers', async () => {
    let answer: (found: Found) => void = () => undefined;
    const searchers: Searchers = { take: () => new Promise((resolve) => (answer = resolve)) };
    const begun = new FileSearches({ engine: markerEngine(), searchers }).begin(FILE);
    expect(begun.isUnderWay).toBe(true);
    const made = new FileSearcher(markerEngine()).search(FILE);
    answer(made);
    expect((await begun.found())()).toBe(made);
    expect(begun.isUnderWay).toBe(false);
  });
});
