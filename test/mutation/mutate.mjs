/**
 * `npm run mutate -- ROOM [--files GLOB] [--jobs N]`: changes each decision of a room of the core, one at a time, and runs the
 * room's tests against it. Prints what no test noticed, and the share that was noticed. A room takes from minutes to an hour.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { npm, say } from '../support/processes.mjs';
import { OUT, ROOT } from '../support/project.mjs';

/** A room, and the tests that are meant to hold it. */
const ROOMS = {
  audit: ['test/unit/audit'],
  drift: ['test/unit/drift', 'test/unit/audit/locks.test.ts'],
  fixes: ['test/unit/fixes'],
  licenses: ['test/unit/licenses'],
  policy: ['test/unit/policy'],
  report: ['test/unit/report', 'test/unit/audit/reports.test.ts'],
  text: ['test/unit/text'],
};
/** Sentences and names of rules are held by other tests; what they say is no decision. */
const WORDS = ['StringLiteral'];

const {
  values: { files, jobs },
  positionals: [room = ''],
} = parseArgs({
  options: { files: { type: 'string' }, jobs: { type: 'string', default: '1' } },
  allowPositionals: true,
});
if (!(room in ROOMS)) {
  say(`Which room? One of: ${Object.keys(ROOMS).join(', ')}`);
  process.exit(2);
}

const out = join(OUT, 'mutation');
mkdirSync(out, { recursive: true });
const report = join(out, `${room}.json`);
const config = join(out, `${room}.config.json`);
writeFileSync(
  config,
  JSON.stringify({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutation/vitest.config.mts', related: false },
    mutate: [files ?? `src/core/${room}/**/*.ts`],
    mutator: { excludedMutations: WORDS },
    ignoreStatic: true,
    coverageAnalysis: 'perTest',
    concurrency: Number(jobs),
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: relative(ROOT, report) },
    tempDirName: 'out/mutation/sandbox',
    ignorePatterns: ['dist', 'out', 'test/evaluation', 'media', '.git'],
    disableTypeChecks: false,
    checkers: [],
    // A mutant may loop for ever; on a busy machine the tests of a right one take longer as well.
    timeoutMS: 60_000,
    timeoutFactor: 4,
  }),
);
await npm(['exec', '--', 'stryker', 'run', relative(ROOT, config)], {
  env: { ...process.env, MUTATED_TESTS: ROOMS[room].join(',') },
});
tell(JSON.parse(readFileSync(report, 'utf8')));

/** Stryker's report (schema of mutation-testing-elements): survivors, a line each, then a table of files. */
function tell({ files: mutated }) {
  const NOTICED = ['Killed', 'Timeout'];
  const MISSED = ['Survived', 'NoCoverage'];
  const rows = [];
  for (const [path, { mutants, source }] of Object.entries(mutated)) {
    const lines = source.split('\n');
    const missed = mutants.filter(({ status }) => MISSED.includes(status));
    for (const { location, mutatorName, replacement, status } of missed)
      process.stdout.write(
        `${path}:${location.start.line}:${location.start.column} ${status === 'NoCoverage' ? 'no test runs it' : 'survived'} ${mutatorName}: ${lines[location.start.line - 1].trim().slice(0, 80)} → ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 60)}\n`,
      );
    rows.push([path, mutants.filter(({ status }) => NOTICED.includes(status)).length, missed.length]);
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
