/**
 * Detection on files of public repositories, labelled by people who had not read the detector.
 *
 *   npm run evaluate -- public CLONES [--misses N]      CLONES holds clones of the repositories, each as owner__name
 *   npm run evaluate -- public --list                   the repositories and commits that are wanted
 *
 * The labels are in `public/`; the files are not, since they are other people's. They are read out of the clones at the commit
 * that was labelled. What cannot be read is named, and only the rest is graded.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { run as gradeSet } from './detection.mjs';
import { pathOf } from './grade.mjs';

const SETS = join(import.meta.dirname, 'public');

/** Prints the grades of each set. Returns the exit code: 0, 1 when no file could be read, 2 for wrong usage. */
export function run(args) {
  const {
    values,
    positionals: [clones],
  } = parseArgs({
    args,
    options: { misses: { type: 'string', default: '0' }, list: { type: 'boolean' } },
    allowPositionals: true,
  });
  const sets = readdirSync(SETS)
    .sort()
    .map((name) => ({ name, files: JSON.parse(readFileSync(join(SETS, name), 'utf8')).files }));
  if (values.list) return list(sets.flatMap(({ files }) => files));
  if (clones === undefined) {
    console.error('usage: evaluate public CLONES [--misses N] | --list');
    return 2;
  }
  return Math.max(...sets.map((set) => gradeClones(set, clones, values.misses)));
}

function list(files) {
  for (const line of new Set(files.map(({ repo, commit }) => `https://github.com/${repo} ${commit}`)))
    console.log(line);
  return 0;
}

function gradeClones({ name, files }, clones, misses) {
  const scratch = mkdtempSync(join(tmpdir(), 'mll-public-'));
  try {
    const there = files.filter((file) => writeOut(file, clones, join(scratch, 'files')));
    console.log(
      `\n${name}: ${there.length} of ${files.length} files of ${new Set(files.map(({ repo }) => repo)).size} repositories could be read`,
    );
    if (there.length === 0) return 1;
    const labels = join(scratch, 'labels.json');
    writeFileSync(labels, JSON.stringify({ files: there }));
    return gradeSet([labels, join(scratch, 'files'), '--misses', misses]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Writes a labelled file as it was at its commit. False, with a word to say so, when the clone or the commit is not there. */
function writeOut(file, clones, folder) {
  const clone = join(clones, file.repo.replace('/', '__'));
  const { status, stdout } = existsSync(clone)
    ? spawnSync('git', ['-C', clone, 'show', `${file.commit}:${file.path}`], { maxBuffer: 1 << 28 })
    : {};
  if (status !== 0) {
    console.error(`not there: ${file.repo}@${file.commit} ${file.path}`);
    return false;
  }
  const path = join(folder, pathOf(file));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, stdout);
  return true;
}
