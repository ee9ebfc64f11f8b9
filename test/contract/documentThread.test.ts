import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createEngine, type DetectionContext, type DocumentThread, LayeredMap } from '../../src/core';
import { openDocumentThread } from '../../src/node/editorThreads';
import { loadCatalog } from '../../src/node/loadCatalog';
import { DEMO, ROOT } from './cli';

const DIST = join(ROOT, 'dist');
const CONTEXT: DetectionContext = {
  configValues: new LayeredMap(new Map([['HOST', 'x']]), new Map([['MODEL', 'Qwen/Qwen3-8B']])),
  additions: undefined,
};
const engine = createEngine(loadCatalog(DIST), { now: () => Date.parse('2026-11-27') });
const files = readdirSync(DEMO, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: path.slice(DEMO.length + 1), text: readFileSync(path, 'utf8') }));

let thread: DocumentThread;
beforeAll(async () => {
  thread = openDocumentThread(DIST, {}, {});
  await vi.waitFor(() => expect(thread.detect({ path: 'a', text: '' }, CONTEXT)).toBeDefined(), 60_000);
});
afterAll(() => thread.close());

/** One keystroke, a paste or a removal somewhere in a file. */
const edited = fc
  .record({
    file: fc.constantFrom(...files),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(40),
    typed: fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.constantFrom('"', '\n', '#', '"""', 'model = "gpt-4o"\n', 'os.environ["MODEL"]'),
    ),
  })
  .map(({ file: { path, text }, at, removed, typed }) => {
    const start = Math.floor(at * text.length);
    return { path, text: text.slice(0, start) + typed + text.slice(start + removed) };
  });

it('a thread finds in documents what the engine finds, and it is judged alike', async () => {
  expect(files.length).toBeGreaterThan(5);
  await fc.assert(
    fc.asyncProperty(edited, async (source) => {
      const here = engine.detect(source, CONTEXT);
      const there = await thread.detect(source, CONTEXT);
      if (there === undefined) throw new Error('The thread does not answer.');
      const none = { folders: [], addresses: [], clients: [], ownClasses: [] };
      expect({ ...none, ...there }).toEqual({ ...none, ...here });
      const [judged, judgedThere] = [here, there].map((found) =>
        engine.judgeDetected(source, found, { policy: undefined }),
      );
      expect(judgedThere?.findings).toEqual(judged?.findings);
    }),
    { numRuns: 60 },
  );
});
