/**
 * `npm test`: installs what is missing, then builds, checks and tests everything, goes on after a failure, and says at the
 * end what failed and how many tests ran. Uses nothing but Node until the packages are there.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { slowness } from './machineSpeed.mjs';
import { ensureNodeModules } from './nodeModules.mjs';
import { npm, run, say } from './processes.mjs';
import { OUT } from './project.mjs';

const started = Date.now();
const failures = [];
const total = { passed: 0, failed: 0, skipped: 0 };

await ensureNodeModules();
// Once for all of the run: child processes take it over.
say(`limits of time: ${slowness()} times those of a quiet machine`);
await check('build', (out) => npm(['run', '--silent', 'build'], out));
// The long ones first, so that none of them is left over for the end.
const steps = [
  () =>
    tests('editor', (report, out) => run(process.execPath, ['test/editor/run.mjs', '--report', report], out)),
  () => tests('contract', (report, out) => vitest('contract', report, out)),
  () => tests('unit', (report, out) => vitest('unit', report, out)),
  () => check('lint', (out) => npm(['run', '--silent', 'lint'], out)),
  () => check('typecheck', (out) => npm(['run', '--silent', 'typecheck'], out)),
  () =>
    check('detection against its floors', (out) =>
      npm(['run', '--silent', 'evaluate', '--', 'detection', '--misses', '20'], out),
    ),
  () => check('hosts against their floor', (out) => npm(['run', '--silent', 'evaluate', '--', 'hosts'], out)),
  () => check('ends against their floor', (out) => npm(['run', '--silent', 'evaluate', '--', 'ends'], out)),
  () =>
    tests('fuzz', (report, out) =>
      run(process.execPath, ['test/fuzz/run.mjs', '--cases', '20000', '--report', report], out),
    ),
  // Its shapes are made with commands of Linux.
  ...(process.platform === 'linux'
    ? [
        () =>
          tests('hostile', (report, out) =>
            run(process.execPath, ['test/hostile/run.mjs', '--every', '25', '--report', report], out),
          ),
      ]
    : []),
];
// The windows of the editor wait half of the time, and what starts the command line waits for it: so three lines keep two
// processors at work. On a busy machine one line beside the editor is enough: more of them would only
// wait for each other.
await Promise.all(Array.from({ length: slowness() <= 2 ? 3 : 2 }, takeSteps));

say(`npm test took ${Math.round((Date.now() - started) / 1000)} s`);
if (failures.length > 0) say(`failed: ${failures.join(', ')}`);
process.exitCode = failures.length > 0 ? 1 : 0;
// The last line of all, which continuous integration reads.
process.stdout.write(`total: ${tally(total)}\n`);

/** One line of work: a step after the other, until none is left that no line has taken. */
async function takeSteps() {
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) await step();
}

/** A step that is no test counts only when it fails. */
async function check(name, work) {
  await held(name, async (out) => {
    try {
      await work(out);
    } catch (error) {
      fail(name, error, out);
      total.failed++;
    }
  });
}

/** Shows what a step says in one piece once it ends, so that steps side by side do not mix. */
async function held(title, work) {
  const start = Date.now();
  const said = [];
  await work({ take: (text) => said.push(text) });
  process.stdout.write(`\n── ${title} (${Math.round((Date.now() - start) / 1000)} s)\n${said.join('')}`);
}

/** A step that writes a report of its tests: `{ "passed", "failed", "skipped" }`. */
async function tests(name, work) {
  const report = join(OUT, `${name}-report.json`);
  rmSync(report, { force: true });
  await held(`${name} tests`, async (out) => {
    let broken = false;
    try {
      await work(report, out);
    } catch (error) {
      fail(name, error, out);
      broken = true;
    }
    const counts = readCounts(report);
    // A run that failed without a failing test did not get as far as its tests, or not all of them.
    if (broken && counts.failed === 0) counts.failed = 1;
    for (const key of Object.keys(total)) total[key] += counts[key];
    out.take(`${name}: ${tally(counts)}\n`);
  });
}

function fail(name, error, out) {
  failures.push(name);
  out.take(`${error.message}\n`);
}

function vitest(project, report, out) {
  return npm(
    [
      'exec',
      '--',
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    out,
  );
}

/** Reads vitest's own words for the counts as well as ours. */
function readCounts(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0 };
  const { passed, failed, skipped, numPassedTests, numFailedTests, numPendingTests, numTodoTests } =
    JSON.parse(readFileSync(report, 'utf8'));
  return {
    passed: passed ?? numPassedTests,
    failed: failed ?? numFailedTests,
    skipped: skipped ?? numPendingTests + numTodoTests,
  };
}

function tally({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
