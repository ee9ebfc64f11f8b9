/**
 * How long does the engine take for what an editor asks it while somebody types?
 *
 *   npm run bench -- editor [FILE…]
 *
 * Processor time. First hovers are measured in processes of their own, from the compiled catalog to the card. A
 * keystroke is one more character in a text of 100, 1,000 and 10,000 lines that is analyzed again: of the files
 * given, else of the sources of this project, which name a model every few lines.
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
/** Typed first, in the longest text: nothing is compiled before, which is not what a keystroke costs. */
const WARM_UP = 20;
const HOVERED = { first: 'Qwen/Qwen3-8B', copy: 'bartowski/No-Such-7B-GGUF' };

/** Prints the figures. Returns the exit code. */
export async function run(files) {
  const { hovers, keystrokes } = await editorTimes(files);
  for (const [name, milliseconds] of Object.entries(hovers))
    console.log(`first hover of ${HOVERED[name]}: ${milliseconds.toFixed(1)} ms`);
  for (const { lines, kilobytes, half, most } of keystrokes)
    console.log(
      `a keystroke in ${lines} lines of ${kilobytes.toFixed(0)} KB: ${half.toFixed(2)} ms, p95 ${most.toFixed(2)} ms`,
    );
  return 0;
}

/**
 * Milliseconds of processor time.
 *
 * @typedef {{ lines: number, kilobytes: number, half: number, most: number }} Keystroke in a text of so many lines: the
 *   median, and what one in twenty exceeds
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
    ],
    async (bundle) => ({
      hovers: Object.fromEntries(
        Object.entries(HOVERED).map(([name, model]) => [name, firstHover(bundle, model)]),
      ),
      keystrokes: keystrokes(await import(bundle.href), files),
    }),
  );
}

function firstHover(bundle, model) {
  const script = join(import.meta.dirname, 'firstHover.mjs');
  const once = () =>
    Number(execFileSync(process.execPath, [script, bundle.href, CATALOG, model], { encoding: 'utf8' }));
  return median(Array.from({ length: PROCESSES }, once));
}

function keystrokes({ createEngine, decodeCatalog }, files) {
  const engine = createEngine(decodeCatalog(readFileSync(CATALOG, 'utf8')), { now: () => Date.now() });
  const texts = (files.length > 0 ? files : [join(ROOT, 'src', 'core')]).flatMap(textsIn);
  const ending = extname(texts[0]?.path ?? '');
  const lines = texts.filter(({ path }) => extname(path) === ending).flatMap(({ text }) => text.split('\n'));
  const analyze = (text) => engine.analyze({ path: `typed${ending}`, text }, {});
  const counts = LINES.filter((count) => count <= lines.length);
  typeIn(lines.slice(0, counts.at(-1)).join('\n'), analyze, WARM_UP);
  return counts.map((count) => {
    const text = lines.slice(0, count).join('\n');
    const taken = typeIn(text, analyze, KEYSTROKES);
    return {
      lines: count,
      kilobytes: text.length / 1000,
      half: median(taken),
      most: percentile(taken, 0.95),
    };
  });
}

/** Types a character at the end of one line after another, far from each other, and gives the milliseconds of each. */
function typeIn(start, analyze, keystrokes) {
  let text = start;
  return Array.from({ length: keystrokes }, (_, key) => {
    const line = text.indexOf('\n', Math.floor(text.length * ((key * 0.618) % 1)));
    const at = line < 0 ? text.length : line;
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    const before = process.cpuUsage();
    analyze(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}
