/**
 * Everything that speed and size are wanted of, each figure beside its aim:
 *
 *   npm run bench [-- [--only NAME,NAME…] [--against CLI] [--json FILE] [--record] [FOLDER…]]
 *
 * `--only` names measurements, as they stand in `aims.mjs`; `--against` the command line of another build, such as
 * `../old/dist/cli.js`. A folder is measured instead of the project's labeled files, which are small and name a model
 * in every line, and of a workspace that is made up. `--json` writes the figures to a file, `--record` puts them below
 * the earlier ones in `history.jsonl`, so that the change that brings them shows what it changes. Times are processor
 * time where the unit does not say otherwise; where something is missing, such as `rg`, its rows say so. Nothing is
 * asserted: a machine that is busy must not fail a build.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { say } from '../support/processes.mjs';
import { ROOT } from '../support/project.mjs';
import { AIMS, isMet } from './aims.mjs';
import { MEASUREMENTS } from './measurements.mjs';

const HISTORY = join(import.meta.dirname, 'history.jsonl');

/** Prints the table. Returns the exit code. */
export async function run(args) {
  const { values, positionals } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      against: { type: 'string' },
      json: { type: 'string' },
      record: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const names = values.only?.split(',') ?? Object.keys(AIMS);
  const unknown = names.filter((name) => !Object.hasOwn(AIMS, name));
  if (unknown.length > 0) {
    console.error(
      `bench: nothing is measured as ${unknown.join(', ')}; there is: ${Object.keys(AIMS).join(', ')}`,
    );
    return 2;
  }
  const options = {
    folders: positionals.map((folder) => resolve(folder)),
    ...(values.against !== undefined && { against: resolve(values.against) }),
  };
  const before = lastRecorded();
  const figures = {};
  for (const name of names) {
    say(`· ${name} …`);
    figures[name] = await MEASUREMENTS[name](options);
    printRows(name, figures[name], before?.figures[name] ?? {});
  }
  const measured = { ...circumstances(), figures };
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);
  if (values.record === true) appendFileSync(HISTORY, `${JSON.stringify(rounded(measured))}\n`);
  return 0;
}

/** What was measured where; ratios can be compared between machines, milliseconds cannot. */
function circumstances() {
  const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  return {
    day: new Date().toISOString().slice(0, 10),
    on: git('rev-parse', '--short=8', 'HEAD'),
    node: process.version,
    processors: availableParallelism(),
  };
}

function lastRecorded() {
  if (!existsSync(HISTORY)) return undefined;
  const lines = readFileSync(HISTORY, 'utf8').trimEnd().split('\n');
  return lines.at(-1) === '' ? undefined : JSON.parse(lines.at(-1));
}

/** Three digits say all that a run can tell. */
function rounded(measured) {
  return JSON.parse(
    JSON.stringify(measured, (_, value) =>
      typeof value === 'number' ? Number(value.toPrecision(3)) : value,
    ),
  );
}

function printRows(name, figures, before) {
  for (const [row, aim] of aimsOf(name, figures)) {
    const { what, unit, most, least } = aim;
    const figure = figures[row];
    const wanted = `aim ${most === undefined ? `≥ ${least}` : `≤ ${most}`}`.padEnd(10);
    const measured = `${what.padEnd(40)} ${shown(figure)} ${unit.padEnd(32)}`;
    console.log(`${measured} ${wanted} ${verdict(aim, figure)}${recorded(before[row])}`);
  }
}

function aimsOf(name, figures) {
  const aims = AIMS[name];
  return typeof aims === 'function'
    ? Object.keys(figures).map((figure) => [figure, aims(figure)])
    : Object.entries(aims);
}

function shown(figure) {
  return figure === undefined ? '       –' : Number(figure.toPrecision(3)).toString().padStart(8);
}

function verdict(aim, figure) {
  if (figure === undefined) return 'not measured';
  return isMet(aim, figure) ? 'met' : 'not met';
}

function recorded(figure) {
  return figure === undefined ? '' : `, recorded ${figure}`;
}
