/**
 * How much of what is labeled does detection find, and how much does it report that is not there?
 *
 *   npm run evaluate -- detection [LABELS FILES] [--cli FILE] [--report FILE] [--misses N] [--recall PERCENT] [--precision PERCENT]
 *
 * Without LABELS and FILES the project's own set is graded and the run fails below its floors; with them any set of the
 * same form is, against floors only where they are asked for. Role, host and context are graded where labels carry them. `--report` grades a saved `audit --format json`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { grade, GROUPS, USES } from './grade.mjs';

const here = import.meta.dirname;
const OWN_SET = {
  labels: join(here, 'labels.json'),
  files: join(here, 'files'),
  recall: '97',
  precision: '99',
  uses: { role: '97', host: '97', context: '98' },
};

const OPTIONS = {
  cli: { type: 'string', default: join(here, '..', '..', 'dist', 'cli.js') },
  report: { type: 'string' },
  misses: { type: 'string', default: '0' },
  recall: { type: 'string' },
  precision: { type: 'string' },
};

/** Prints the grades. Returns the exit code: 0, 1 below a floor, 2 for wrong usage. */
export function run(args) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  if (positionals.length !== 0 && positionals.length !== 2) {
    console.error(
      'usage: evaluate detection [LABELS FILES] [--cli FILE] [--report FILE] [--misses N] [--recall PERCENT] [--precision PERCENT]',
    );
    return 2;
  }
  const set = positionals.length ? { labels: positionals[0], files: positionals[1] } : OWN_SET;
  const { files } = JSON.parse(readFileSync(set.labels, 'utf8'));
  const report = JSON.parse(
    values.report ? readFileSync(values.report, 'utf8') : audit(values.cli, set.files),
  );
  const result = grade(files, report.references);
  print(result, files, Number(values.misses));
  const usesBelow = USES.filter((field) => {
    const { right, all } = result.uses[field];
    return all > 0 && belowFloor(field, right / all, set.uses?.[field]);
  }).length;
  return usesBelow +
    belowFloor('recall', result.recall, values.recall ?? set.recall) +
    belowFloor('precision', result.precision, values.precision ?? set.precision)
    ? 1
    : 0;
}

/** The set must not depend on a policy or on the network: what is graded is what the text alone says. */
function audit(cli, dir) {
  return execFileSync(
    process.execPath,
    [resolve(cli), 'audit', '.', '--format', 'json', '--offline', '--fail-on', 'never'],
    { cwd: resolve(dir), maxBuffer: 1 << 30, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

function print(result, files, misses) {
  for (const group of GROUPS) printGroup(group, result.groups[group]);
  for (const line of result.missed.slice(0, misses)) console.log('missed ', line);
  for (const line of result.falsePositives.slice(0, misses)) console.log('false  ', line);
  for (const field of USES) printUse(field, result.uses[field]);
  for (const line of result.wrongUses.slice(0, misses)) console.log('use    ', line);
  const { labels, hits, wrong, sameRegistry, named } = result.total;
  const negative = files.filter((file) => file.labels.length === 0).length;
  console.log(`files: ${files.length}, of them ${negative} without a model; labels: ${labels}`);
  if (named)
    console.log(`registry: the same as the label's for ${percent(sameRegistry / named)} of the labels found`);
  console.log(
    `detection: recall ${percent(result.recall)} (${hits} of ${labels}), precision ${percent(result.precision)} (${wrong} false), ` +
      `mean over files: recall ${percent(result.meanRecall)}, precision ${percent(result.meanPrecision)}`,
  );
}

/** What a field of the uses is right for: in all, and where it is not always. */
function printUse(field, { right, all, groups }) {
  if (all === 0) return;
  for (const [name, row] of Object.entries(groups).sort(([, a], [, b]) => b.all - a.all))
    console.log(`${field.padEnd(9)} ${name.padEnd(26)}${String(row.right).padStart(5)} of ${row.all}`);
  console.log(`${field}: right for ${percent(right / all)} (${right} of ${all} labels that carry it)`);
}

function printGroup(group, rows) {
  const sorted = Object.entries(rows).sort(([, a], [, b]) => b[1] - a[1] || b[2] - a[2]);
  for (const [value, [hits, labels, wrong]] of sorted)
    console.log(
      `${group.padEnd(9)} ${value.padEnd(20)}${String(hits).padStart(5)} of ${String(labels).padEnd(5)}${wrong ? `${wrong} false` : ''}`.trimEnd(),
    );
}

function belowFloor(name, value, floor) {
  if (floor === undefined || value * 100 >= Number(floor)) return false;
  console.error(`${name} ${percent(value)} is below the floor of ${floor} %`);
  return true;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
