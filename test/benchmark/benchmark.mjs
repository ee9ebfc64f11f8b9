/**
 * Compares this tool with others on labeled files:
 *
 *   npm run benchmark                       on the project's own labeled files
 *   npm run benchmark -- CLONES             on files of public repositories too; CLONES holds clones, each as owner__name
 *   npm run benchmark -- --packages FOLDER  where the others are installed (out/benchmark by default)
 *
 * Prints a table for each set and judges none. docs/benchmark.md says what the figures mean and what they do not.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathOf } from '../evaluation/grade.mjs';
import { percent, score } from './score.mjs';
import { install, TOOLS } from './tools.mjs';

const EVALUATION = resolve(import.meta.dirname, '../evaluation');
const COLUMNS = [
  'tool',
  'places found',
  'names found',
  'precision',
  'role said',
  'license said',
  'base said',
  'ends known',
  'false ends',
  'seconds',
];

const {
  values: { packages },
  positionals: [clones],
} = parseArgs({
  options: { packages: { type: 'string', default: 'out/benchmark' } },
  allowPositionals: true,
});
const ends = endsByName();
for (const tool of TOOLS) install(tool, resolve(packages));
compare('own files', labelsOf('labels.json'), (files, folder) => {
  for (const { path } of files) copy(join(EVALUATION, 'files', path), join(folder, path));
  return files;
});
if (clones !== undefined)
  compare(
    'public files',
    readdirSync(join(EVALUATION, 'public'))
      .sort()
      .flatMap((name) => labelsOf(join('public', name))),
    (files, folder) => files.filter((file) => checkOut(file, folder)),
  );

function labelsOf(name) {
  return JSON.parse(readFileSync(join(EVALUATION, name), 'utf8')).files;
}

/** A name that one host has switched off and another has not is left out. */
function endsByName() {
  const rows = readFileSync(join(EVALUATION, 'ends.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const names = new Map();
  for (const { id, ended } of rows) {
    const name = id.toLowerCase();
    names.set(name, names.has(name) && names.get(name) !== ended ? undefined : ended);
  }
  return names;
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/** Writes a file as it was labeled. False where the clone or the commit is not there. */
function checkOut(file, folder) {
  const clone = join(clones, file.repo.replace('/', '__'));
  if (!existsSync(clone)) return false;
  const { status, stdout } = spawnSync('git', ['-C', clone, 'show', `${file.commit}:${file.path}`], {
    maxBuffer: 1 << 28,
  });
  if (status !== 0) return false;
  const path = join(folder, pathOf(file));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, stdout);
  return true;
}

/** @param write puts the files into a folder, and returns those that could be had */
function compare(title, labeled, write) {
  const folder = mkdtempSync(join(tmpdir(), 'model-benchmark-'));
  try {
    const files = write(labeled, folder).map((file) => ({ ...file, key: pathOf(file) }));
    const labels = files.reduce((sum, file) => sum + file.labels.length, 0);
    console.log(`\n${title}: ${files.length} of ${labeled.length} files, ${labels} names\n`);
    const rows = TOOLS.map((tool) => row(tool, files, folder));
    const { ended, goOn } = rows[0].sum;
    console.log(`| ${COLUMNS.join(' | ')} |\n|${' --- |'.repeat(COLUMNS.length)}`);
    for (const { cells } of rows) console.log(`| ${cells.join(' | ')} |`);
    console.log(`\nEnds: ${ended} names that a host switched off, ${goOn} that go on.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(tool, files, folder) {
  const begin = performance.now();
  const reports = tool.run(
    folder,
    files.map(({ key }) => key),
    resolve(packages),
  );
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const sum = score(files, reports, ends);
  const { labels, found, names, namesFound, roles, licenses, bases, ended, endsFound, goOn, endsFalse } = sum;
  return {
    sum,
    cells: [
      tool.package ?? tool.name,
      percent(found, labels),
      percent(namesFound, names),
      percent(found, found + sum.false),
      ...[roles, licenses, bases].map((part) => percent(part, labels)),
      percent(endsFound, ended),
      percent(endsFalse, goOn),
      seconds,
    ],
  };
}
