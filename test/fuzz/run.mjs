/**
 * `npm run fuzz -- [--cases N] [--seed N] [--only PART OF A CLASS] [--jobs N] [--report FILE]`: tries what must hold for every
 * input on that many made-up ones, over all readers, writers and edits, and prints a table of its classes. The seed is printed;
 * with it a run is the same again. What is found is kept as `kept/<class>.json` and tried first in every later run.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { slowness, timeLimit } from '../support/machineSpeed.mjs';
import { say } from '../support/processes.mjs';
import { OUT, ROOT } from '../support/project.mjs';

const KEPT = join(ROOT, 'test', 'fuzz', 'kept');
/** Cases between two words from a process. */
const CHUNK = 2000;
/** So many cases hang when they take longer on a quiet machine. */
const CHUNK_SECONDS = 120;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    report: { type: 'string' },
  },
});
const seed = Number(values.seed);
const started = Date.now();
const { CLASSES } = await bundled();
const chosen = CLASSES.filter(({ name }) => name.includes(values.only));
const table = new Map(chosen.map(({ name }) => [name, { cases: 0, faults: 0, milliseconds: 0 }]));
const chunks = chosen.flatMap((one) => chunksOf(one, Number(values.cases)));
say(`seed ${seed}`);
// Ctrl-C ends with what was tried so far.
process.once('SIGINT', () => chunks.splice(0));
await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, work));

const rows = [...table].map(([name, { cases, faults, milliseconds }]) => [
  name,
  cases,
  faults,
  (milliseconds / 1000).toFixed(1),
]);
const sum = (index) => rows.reduce((total, row) => total + Number(row[index]), 0);
for (const [name, cases, faults, seconds] of [
  ['class', 'cases', 'faults', 'seconds'],
  ...rows,
  ['all', sum(1), sum(2), Math.round((Date.now() - started) / 1000)],
])
  process.stdout.write(
    `${name.padEnd(52)}${String(cases).padStart(10)}${String(faults).padStart(8)}${String(seconds).padStart(9)}\n`,
  );
const faults = sum(2);
process.stdout.write(`fuzz: ${sum(1)} cases, ${faults} faults, seed ${seed}\n`);
const failed = [...table.values()].filter((row) => row.faults > 0).length;
if (values.report !== undefined)
  writeFileSync(values.report, JSON.stringify({ passed: table.size - failed, failed, skipped: 0 }));
process.exitCode = faults > 0 || chunks.length > 0 ? 1 : 0;

/** The classes with all that they reach, as one script: so a run needs no loader of TypeScript. */
async function bundled() {
  const { build } = await import('esbuild');
  const outdir = join(OUT, 'fuzz');
  await build({
    entryPoints: ['cases', 'worker'].map((name) => join(ROOT, 'test', 'fuzz', `${name}.ts`)),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    define: {
      // The support files find the catalog from their own folder, in the bundle as well.
      __dirname: JSON.stringify(join(ROOT, 'test', 'support')),
      'import.meta.dirname': JSON.stringify(join(ROOT, 'test', 'support')),
    },
  });
  return (await import(join(outdir, 'cases.cjs'))).default;
}

/** Each part of a class has a seed of its own, which follows from the seed of the run. */
function chunksOf({ name, share }, cases) {
  const shares = chosen.reduce((total, one) => total + one.share, 0);
  const own = Math.ceil((cases * share) / shares);
  return Array.from({ length: Math.ceil(own / CHUNK) }, (_, index) => ({
    name,
    cases: Math.min(CHUNK, own - index * CHUNK),
    seed: (seed + index * 7_919 + hash(name)) | 0,
    kept: index === 0 ? keptOf(name) : [],
  }));
}

function hash(name) {
  let value = 0;
  for (const char of name) value = (Math.imul(value, 31) + char.charCodeAt(0)) | 0;
  return value;
}

function keptFile(name) {
  return join(KEPT, `${name.replace(/[^a-z0-9]+/gi, '-')}.json`);
}

function keptOf(name) {
  return existsSync(keptFile(name)) ? JSON.parse(readFileSync(keptFile(name), 'utf8')) : [];
}

/** Takes chunks until none is left; a process that ended or hangs is replaced. */
async function work() {
  let child;
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
    child ??= fork(join(OUT, 'fuzz', 'worker.cjs'), {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const start = Date.now();
    const outcome = await answerOf(child, chunk);
    const row = table.get(chunk.name);
    row.milliseconds += Date.now() - start;
    row.cases += outcome.cases;
    if (outcome.fault !== undefined) {
      row.faults++;
      tell(chunk, outcome.fault);
    }
    if (outcome.gone) child = undefined;
  }
  child?.disconnect();
}

function answerOf(child, chunk) {
  return new Promise((resolve) => {
    let said = '';
    const isOver = timeLimit(CHUNK_SECONDS * 1000, slowness());
    const timer = setInterval(() => {
      if (!isOver()) return;
      child.kill('SIGKILL');
      end({ cases: 0, gone: true, fault: { error: 'These cases did not end.' } });
    }, 1000);
    const listen = (chunkOfText) => (said = (said + chunkOfText).slice(-1500));
    const left = (code, signal) =>
      end({ cases: 0, gone: true, fault: { error: `The process ended with ${signal ?? code}.\n${said}` } });
    function end(outcome) {
      clearInterval(timer);
      child.off('message', end).off('exit', left);
      child.stderr.off('data', listen);
      resolve(outcome);
    }
    child.stderr.on('data', listen);
    child.once('message', end).once('exit', left);
    child.send(chunk);
  });
}

/** Says what was found, and keeps it where it is not kept yet. */
function tell({ name, cases, seed: own }, { error, found }) {
  say(
    `\nFAULT in ${name} (seed ${own}, ${cases} cases)\n${error}\n${found === undefined ? '' : JSON.stringify(found).slice(0, 2000)}`,
  );
  if (found === undefined) return;
  const kept = keptOf(name);
  if (kept.some((one) => JSON.stringify(one) === JSON.stringify(found))) return;
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(keptFile(name), `${JSON.stringify([...kept, found], null, 2)}\n`);
}
