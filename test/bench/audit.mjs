/**
 * How long an audit takes and how much memory, on generated workspaces of growing size or on folders that are named:
 *
 *   npm run bench -- audit [--most FILES] [FOLDER…]
 *
 * A named folder is also listed and searched by `rg`, where it is installed: for every name of the catalog as it is spelled.
 * Prints figures and judges none: a machine that is busy must not fail a test.
 */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDetection } from '../support/loadDetection.mjs';
import { withScratch } from '../support/scratch.mjs';
import { CLI, runNode } from './programs.mjs';
import { writeWorkspace } from './workspace.mjs';

const SIZES = [1_000, 10_000, 100_000];
/** Shorter names, such as `o1`, are in every second file. */
const SHORTEST = 6;

/** Prints the figures. Returns the exit code. */
export async function run(args) {
  const { values, positionals } = parseArgs({
    args,
    options: { most: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length > 0) await compareAll(positionals.map((folder) => resolve(folder)));
  else await growth(Number(values.most ?? Infinity));
  return 0;
}

function compareAll(folders) {
  return withScratch(async (scratch) => {
    const literals = await writeNames(scratch);
    for (const folder of folders) compare(folder, literals);
  });
}

/** Writes the names of the catalog as `rg -f` reads them, into a folder. Gives the file. */
export async function writeNames(folder) {
  const { names } = await loadDetection();
  const file = join(folder, 'names.txt');
  writeFileSync(file, names.filter((name) => name.length >= SHORTEST).join('\n'));
  return file;
}

/** An audit beside one with a single thread, one in which nothing has changed, and what it costs merely to list and search the files. */
function compare(folder, literals) {
  const alone = audit(folder, ['--no-cache', '--threads', '1']);
  const { seconds, megabytes, stats, references, models, findings, runtimeChoices } = audit(folder, [
    '--no-cache',
  ]);
  audit(folder);
  const again = audit(folder);
  console.log(
    `${basename(folder)}: ${stats.filesScanned} files searched, ${stats.filesSkipped.length} files and folders left out, ${(stats.bytesScanned / 1e6).toFixed(1)} MB: ${references.length} places, ` +
      `${models.length} models, ${findings.length} findings, ${runtimeChoices.length} chosen at run time; complete: ${stats.complete}`,
  );
  console.log(`  audit: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB of memory`);
  console.log(
    `  with one thread: ${alone.seconds.toFixed(2)} s, ${alone.megabytes.toFixed(0)} MB; with all ${(seconds / alone.seconds).toFixed(2)} × as long`,
  );
  console.log(`  nothing changed: ${again.seconds.toFixed(2)} s, ${again.megabytes.toFixed(0)} MB`);
  for (const [name, ...command] of [
    ['rg --files', '--files'],
    ["rg with the catalog's names", '-F', '-c', '-f', literals],
  ]) {
    const searched = ripgrep(folder, command);
    console.log(
      searched === undefined
        ? `  ${name}: ripgrep is not installed`
        : `  ${name}: ${searched.seconds.toFixed(2)} s, ${searched.files} files; the audit takes ${(seconds / searched.seconds).toFixed(1)} × as long, with nothing changed ${(again.seconds / searched.seconds).toFixed(1)} ×`,
    );
  }
}

/** Searches a folder with `rg`; `undefined` where that is not installed. */
export function ripgrep(folder, options) {
  const started = performance.now();
  const { error, stdout } = spawnSync('rg', [...options, folder], { maxBuffer: 1 << 30, encoding: 'utf8' });
  if (error !== undefined) return undefined;
  return { seconds: (performance.now() - started) / 1000, files: stdout.split('\n').length - 1 };
}

function growth(most) {
  return withScratch(async (root) => {
    const rows = [];
    for (const size of SIZES.filter((files) => files <= most)) {
      writeWorkspace(root, rows.at(-1)?.size ?? 0, size);
      const row = { size, ...audit(root) };
      rows.push(row);
      console.log(
        `${size} files: ${row.seconds.toFixed(2)} s, ${row.megabytes.toFixed(0)} MB of memory, ${row.references.length} places`,
      );
    }
    const [first, last] = [rows[0], rows.at(-1)];
    if (rows.length > 1) {
      const perFile = ({ size, seconds }) => (seconds / size) * 1e6;
      console.log(
        `time a file: ${perFile(first).toFixed(0)} µs at ${first.size}, ${perFile(last).toFixed(0)} µs at ${last.size}: ratio ${(perFile(last) / perFile(first)).toFixed(2)}`,
      );
    }
    console.log(`canceled after ${(await cancel(root)).toFixed(0)} ms`);
  });
}

/**
 * @param {string} folder
 * @param {readonly string[]} [options] of the command
 * @param {string} [cli] of another build
 * @returns what {@link runNode} says of the audit, and its report
 */
export function audit(folder, options = [], cli = CLI) {
  const { stdout, ...taken } = runNode([
    cli,
    'audit',
    folder,
    '--format',
    'json',
    '--fail-on',
    'never',
    ...options,
  ]);
  return { ...taken, ...JSON.parse(stdout) };
}

/** Milliseconds from Ctrl-C to the end of the program. */
function cancel(folder) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [CLI, 'audit', folder, '--format', 'json'], {
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    let asked = 0;
    setTimeout(() => {
      asked = performance.now();
      child.kill('SIGINT');
    }, 700);
    child.on('close', () => done(performance.now() - asked));
  });
}
