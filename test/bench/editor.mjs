/**
 * How long does the engine take for what an editor asks it while somebody types?
 *
 *   npm run bench -- editor [FILE…]
 *
 * First hovers are measured in processes of their own, from the compiled catalog to the card, by their processor time.
 * A keystroke is one more character in a text of 100, 1,000 and 10,000 lines that is analyzed again, as the editor has
 * it analyzed: how long the extension host is busy with it, and how long it takes until the answer is there. The lines
 * are those of the files given, else of the sources of this project, which name a model every few lines.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { withCoreBundle } from '../support/coreBundle.mjs';
import { ROOT } from '../support/project.mjs';
import { textsIn } from '../support/sourceFiles.mjs';
import { DIST, median, percentile } from './programs.mjs';

const CATALOG = join(DIST, 'catalog.jsonl');
const PROCESSES = 9;
const LINES = [100, 1_000, 10_000];
const KEYSTROKES = 60;
/** Faster than anybody types. */
const BETWEEN_KEYSTROKES_MS = 20;
/** Typed first, in the longest text: nothing is compiled before, which is not what a keystroke costs. */
const WARM_UP = 40;
const HOVERED = { first: 'Qwen/Qwen3-8B', copy: 'bartowski/Unlisted-7B-GGUF' };

/** Prints the figures. Returns the exit code. */
export async function run(files) {
  const { hovers, keystrokes } = await editorTimes(files);
  for (const [name, milliseconds] of Object.entries(hovers))
    console.log(`first hover of ${HOVERED[name]}: ${milliseconds.toFixed(1)} ms`);
  for (const { lines, kilobytes, busy, answer } of keystrokes)
    console.log(
      `a keystroke in ${lines} lines of ${kilobytes.toFixed(0)} KB: the host is busy for ${inWords(busy)}, ` +
        `the answer is there after ${inWords(answer)}`,
    );
  return 0;
}

function inWords(figures) {
  return `${median(figures).toFixed(2)} ms, p95 ${percentile(figures, 0.95).toFixed(2)} ms`;
}

/**
 * Milliseconds.
 *
 * @typedef {{ lines: number, kilobytes: number, busy: number[], answer: number[] }} Keystroke in a text of so many
 *   lines: how long the thread that asks was busy, and how long it waited
 * @param {readonly string[]} [files] whose lines are typed in
 * @returns {Promise<{ hovers: Record<string, number>, keystrokes: Keystroke[] }>}
 */
export function editorTimes(files = []) {
  return withCoreBundle(
    [
      "export { decodeCatalog } from './catalog/compiled';",
      "export { createEngine } from './engine';",
      "export { hoverCard } from './hover/hoverCard';",
      "export { referenceAt } from './hover/referenceAt';",
      "export { openDocumentThread } from '../node/editorThreads';",
      "export { LongTexts } from '../vscode/longTexts';",
    ],
    async (bundle) => ({
      hovers: Object.fromEntries(
        Object.entries(HOVERED).map(([name, model]) => [name, firstHover(bundle, model)]),
      ),
      keystrokes: await keystrokes(await import(bundle.href), files),
    }),
  );
}

function firstHover(bundle, model) {
  const script = join(import.meta.dirname, 'firstHover.mjs');
  const once = () =>
    Number(execFileSync(process.execPath, [script, bundle.href, CATALOG, model], { encoding: 'utf8' }));
  return median(Array.from({ length: PROCESSES }, once));
}

async function keystrokes({ createEngine, decodeCatalog, LongTexts, openDocumentThread }, files) {
  const engine = createEngine(decodeCatalog(readFileSync(CATALOG, 'utf8')), { now: () => Date.now() });
  const reader = new LongTexts(
    { current: engine, inForce: async () => ({}), onDidReplace: () => ({ dispose() {} }) },
    { documentThread: async (inForce) => openDocumentThread(DIST, inForce, process.env) },
  );
  const texts = (files.length > 0 ? files : [join(ROOT, 'src', 'core')]).flatMap(textsIn);
  const ending = extname(texts[0]?.path ?? '');
  const lines = texts.filter(({ path }) => extname(path) === ending).flatMap(({ text }) => text.split('\n'));
  const analyze = async (text) => {
    const source = { path: `typed${ending}`, text };
    return engine.judgeDetected(source, await reader.detect(engine, source, {}), {});
  };
  const counts = LINES.filter((count) => count <= lines.length);
  await typeIn(lines.slice(0, counts.at(-1)).join('\n'), analyze, WARM_UP);
  const measured = [];
  for (const count of counts) {
    const text = lines.slice(0, count).join('\n');
    const taken = await typeIn(text, analyze, KEYSTROKES);
    measured.push({ lines: count, kilobytes: text.length / 1000, ...taken });
  }
  reader.dispose();
  return measured;
}

/** Counts for how long this thread is busy: by its processor time from Node 23.9 on, before that by the clock. */
function sinceNow() {
  if (process.threadCpuUsage === undefined) {
    const before = performance.eventLoopUtilization();
    return () => performance.eventLoopUtilization(before).active;
  }
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
}

/** Types a character at the end of one line after another, far from each other. */
async function typeIn(start, analyze, keystrokes) {
  let text = start;
  const busy = [];
  const answer = [];
  for (let key = 0; key < keystrokes; key++) {
    const line = text.indexOf('\n', Math.floor(text.length * ((key * 0.618) % 1)));
    const at = line < 0 ? text.length : line;
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYSTROKES_MS));
    const busyFor = sinceNow();
    const started = performance.now();
    await analyze(text);
    answer.push(performance.now() - started);
    busy.push(busyFor());
  }
  return { busy, answer };
}
