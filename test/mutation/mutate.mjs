/**
 * `npm run mutate -- ROOM [--files GLOB | --sample LINES [--seed N]] [--jobs N]`: changes each decision of a room of the core, one
 * at a time, and runs the room's tests against it. Prints what no test noticed, and the share that was noticed. A room takes up
 * to hours; a sample of 400 lines, drawn evenly over the room's files in pieces of 40, takes some minutes.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { run, say } from '../support/processes.mjs';
import { slowness } from '../support/machineSpeed.mjs';
import { OUT, ROOT } from '../support/project.mjs';

/** A room, and the tests that are meant to hold it. */
const ROOMS = {
  audit: ['test/unit/audit'],
  detect: ['src/core/registries', 'test/unit/detect'],
  documents: ['test/unit/documents', 'test/unit/detect'],
  drift: ['test/unit/drift', 'test/unit/audit/locks.test.ts'],
  fixes: ['test/unit/fixes'],
  licenses: ['test/unit/licenses'],
  policy: ['test/unit/policy'],
  registries: ['src/core/registries', 'test/unit/registries', 'test/unit/detect'],
  report: ['test/unit/report', 'test/unit/audit/reports.test.ts', 'test/unit/audit/counts.test.ts'],
  text: ['test/unit/text'],
};
/** Lines that are drawn together: most functions are shorter, and only what lies within is changed. */
const PIECE = 40;
/** Sentences and names of rules are held by other tests; what they say is no decision. */
const WORDS = ['StringLiteral'];

const {
  values: { files, help, jobs, sample, seed },
  positionals: [room = ''],
} = parseArgs({
  options: {
    files: { type: 'string' },
    help: { type: 'boolean' },
    jobs: { type: 'string', default: '1' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
  allowPositionals: true,
});
if (help === true) {
  say('npm run mutate -- ROOM [--files GLOB | --sample LINES [--seed N]] [--jobs N]');
  say(`Rooms: ${Object.keys(ROOMS).join(', ')}`);
  process.exit();
}
if (!(room in ROOMS)) {
  say(`Which room? One of: ${Object.keys(ROOMS).join(', ')}`);
  process.exit(2);
}

const out = join(OUT, 'mutation');
mkdirSync(out, { recursive: true });
const results = join(out, `${room}.jsonl`);
const config = join(out, `${room}.config.json`);
writeFileSync(
  config,
  JSON.stringify({
    testRunner: 'inProcess',
    plugins: ['inProcessRunner', 'resultsReporter'].map((name) => join(ROOT, `test/mutation/${name}.mjs`)),
    mutate:
      sample === undefined
        ? [files ?? `src/core/${room}/**/*.ts`, '!**/*.test.ts']
        : drawn(Number(sample), Number(seed)),
    mutator: { excludedMutations: WORDS },
    ignoreStatic: true,
    coverageAnalysis: 'perTest',
    concurrency: Number(jobs),
    reporters: ['results', 'progress-append-only'],
    tempDirName: 'out/mutation/sandbox',
    ignorePatterns: ['dist', 'out', 'test/evaluation/public', 'media', '.git'],
    disableTypeChecks: false,
    checkers: [],
    // A mutant may loop for ever, and is waited for this long beyond what the tests took before; a busy machine takes longer.
    timeoutMS: 5_000 * slowness(),
    timeoutFactor: 3,
  }),
);
rmSync(results, { force: true });
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopped.abort());
const stryker = join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const failure = await run(process.execPath, [stryker, 'run', relative(ROOT, config)], {
  env: { ...process.env, MUTATED_TESTS: ROOMS[room].join(','), MUTATION_RESULTS: results },
  signal: stopped.signal,
}).then(
  () => undefined,
  (error) => error,
);
if (existsSync(results))
  tell(
    readFileSync(results, 'utf8')
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
if (failure !== undefined) {
  say(stopped.signal.aborted ? 'Stopped: not all that tests run was tried.' : failure.message);
  process.exitCode = 1;
}

/** Pieces of the room's files of this many lines in all, the same ones for the same seed. */
function drawn(lines, start) {
  const pieces = readdirSync(join(ROOT, 'src/core', room), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `src/core/${room}/${name}`)
    .sort()
    .flatMap((path) => {
      const last = readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1;
      return Array.from({ length: Math.ceil(last / PIECE) }, (_, index) => ({
        path,
        from: index * PIECE + 1,
        to: Math.min(last, (index + 1) * PIECE),
      }));
    });
  let state = start;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const chosen = [];
  let count = 0;
  while (count < lines && pieces.length > 0) {
    const [piece] = pieces.splice(Math.floor(random() * pieces.length), 1);
    chosen.push(`${piece.path}:${piece.from}-${piece.to}`);
    count += piece.to - piece.from + 1;
  }
  say(`${count} lines of ${room}, seed ${start}`);
  return chosen;
}

/** What became of each mutant: those that no test noticed, a line each, then a table of files. */
function tell(mutants) {
  const NOTICED = ['Killed', 'Timeout'];
  const MISSED = ['Survived', 'NoCoverage'];
  const rows = [];
  for (const path of [...new Set(mutants.map((mutant) => mutant.path))].sort()) {
    const lines = readFileSync(join(ROOT, path), 'utf8').split('\n');
    const own = mutants.filter((mutant) => mutant.path === path);
    const missed = own.filter(({ status }) => MISSED.includes(status));
    for (const { start, mutatorName, replacement, status } of missed)
      process.stdout.write(
        `${path}:${start.line}:${start.column} ${status === 'NoCoverage' ? 'no test runs it' : 'survived'} ${mutatorName}: ${lines[start.line - 1].trim().slice(0, 80)} → ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 60)}\n`,
      );
    rows.push([path, own.filter(({ status }) => NOTICED.includes(status)).length, missed.length]);
  }
  rows.push(['all', rows.reduce((sum, row) => sum + row[1], 0), rows.reduce((sum, row) => sum + row[2], 0)]);
  for (const [path, noticed, missed] of rows)
    process.stdout.write(
      `${path.padEnd(56)}${String(noticed).padStart(6)} noticed ${String(missed).padStart(6)} not  ${share(noticed, missed)}\n`,
    );
}

function share(noticed, missed) {
  return noticed + missed === 0 ? '' : `${((100 * noticed) / (noticed + missed)).toFixed(1)} %`;
}
