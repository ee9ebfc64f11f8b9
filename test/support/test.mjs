/**
 * `npm test`: installs what is missing, then builds, checks and tests everything, goes on after a failure, and says at the
 * end what failed and how many tests ran. Uses nothing but Node until the packages are there.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureNodeModules } from './nodeModules.mjs';
import { npm, run, say } from './processes.mjs';
import { OUT } from './project.mjs';

const started = Date.now();
const failures = [];
const total = { passed: 0, failed: 0, skipped: 0 };

await ensureNodeModules();
await check('build', () => npm(['run', '--silent', 'build']));
await check('typecheck', () => npm(['run', '--silent', 'typecheck']));
await check('lint', () => npm(['run', '--silent', 'lint']));
await check('detection against its floors', () =>
  npm(['run', '--silent', 'evaluate', '--', 'detection', '--misses', '20']),
);
await tests('unit', (report) => vitest('unit', report));
await tests('contract', (report) => vitest('contract', report));
await tests('editor', (report) => run(process.execPath, ['test/editor/run.mjs', '--report', report]));

say(`npm test took ${Math.round((Date.now() - started) / 1000)} s`);
if (failures.length > 0) say(`failed: ${failures.join(', ')}`);
process.exitCode = failures.length > 0 ? 1 : 0;
// The last line of all, which continuous integration reads.
process.stdout.write(`total: ${tally(total)}\n`);

/** A step that is no test counts only when it fails. */
async function check(name, work) {
  say(`\n── ${name}`);
  try {
    await work();
  } catch (error) {
    fail(name, error);
    total.failed++;
  }
}

/** A step that writes a report of its tests: `{ "passed", "failed", "skipped" }`. */
async function tests(name, work) {
  say(`\n── ${name} tests`);
  const report = join(OUT, `${name}-report.json`);
  rmSync(report, { force: true });
  let broken = false;
  try {
    await work(report);
  } catch (error) {
    fail(name, error);
    broken = true;
  }
  const counts = readCounts(report);
  // A run that failed without a failing test did not get as far as its tests, or not all of them.
  if (broken && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  process.stdout.write(`${name}: ${tally(counts)}\n`);
}

function fail(name, error) {
  failures.push(name);
  say(error.message);
}

function vitest(project, report) {
  return npm([
    'exec',
    '--',
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
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
