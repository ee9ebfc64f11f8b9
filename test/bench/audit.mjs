/**
 * How long an audit takes and how much memory, on generated workspaces of growing size or on folders that are named:
 *
 *   npm run bench -- audit [--most FILES] [FOLDER…]
 *
 * A named folder is also listed and searched by `rg`, where it is installed: for every name of the catalog as it is spelled.
 * Prints figures and judges none: a machine that is busy must not fail a test.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadDetection } from '../support/loadDetection.mjs';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const SIZES = [1_000, 10_000, 100_000];
const FILES_A_FOLDER = 50;
/** Shorter names, such as `o1`, are in every second file. */
const SHORTEST = 6;
/** Writes the largest resident set to standard error when the program ends: in kilobytes, as the system counts it. */
const WATCH = 'process.on("exit",()=>process.stderr.write(`rss ${process.resourceUsage().maxRSS}\\n`))';

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

async function compareAll(folders) {
  const { names } = await loadDetection();
  const scratch = mkdtempSync(join(tmpdir(), 'mll-bench-'));
  try {
    const literals = join(scratch, 'names.txt');
    writeFileSync(literals, names.filter((name) => name.length >= SHORTEST).join('\n'));
    for (const folder of folders) compare(folder, literals);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
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
    const started = performance.now();
    const { error, stdout } = spawnSync('rg', [...command, folder], { maxBuffer: 1 << 30, encoding: 'utf8' });
    const taken = (performance.now() - started) / 1000;
    console.log(
      error === undefined
        ? `  ${name}: ${taken.toFixed(2)} s, ${stdout.split('\n').length - 1} files; the audit takes ${(seconds / taken).toFixed(1)} × as long, with nothing changed ${(again.seconds / taken).toFixed(1)} ×`
        : `  ${name}: ripgrep is not installed`,
    );
  }
}

async function growth(most) {
  const root = mkdtempSync(join(tmpdir(), 'mll-bench-'));
  try {
    const rows = [];
    let made = 0;
    for (const size of SIZES.filter((files) => files <= most)) {
      for (; made < size; made++) write(root, made);
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
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function audit(folder, options = []) {
  const started = performance.now();
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(WATCH)}`,
      CLI,
      'audit',
      folder,
      '--format',
      'json',
      '--fail-on',
      'never',
      ...options,
    ],
    { maxBuffer: 1 << 30, encoding: 'utf8' },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`audit of ${folder} ended with ${status}: ${stderr}`);
  return { seconds, megabytes: Number(/rss (\d+)/.exec(stderr)?.[1]) / 1024, ...JSON.parse(stdout) };
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

/** A believable mixture: most files name no model, some one, a few are long. */
function write(root, index) {
  const folder = join(
    root,
    `package-${Math.floor(index / FILES_A_FOLDER / 20)}`,
    `module-${Math.floor(index / FILES_A_FOLDER)}`,
  );
  if (index % FILES_A_FOLDER === 0) mkdirSync(folder, { recursive: true });
  const kind = index % 10;
  const lines = Array.from(
    { length: 20 + ((index * 7) % 120) },
    (_, line) =>
      `def function_${index}_${line}(value, other=${line}):  # from src/utils to "path/of/${line}"\n    return value + ${line}`,
  );
  if (kind === 0)
    lines.splice(
      3,
      0,
      `model = AutoModel.from_pretrained("Qwen/Qwen3-${['0.6B', '1.7B', '4B', '8B'][index % 4]}")`,
    );
  if (kind === 5)
    lines.push(`client.chat.completions.create(model="gpt-4o${index % 2 ? '-mini' : ''}", messages=[])`);
  writeFileSync(
    join(folder, kind === 7 ? `config-${index}.json` : `file_${index}.py`),
    kind === 7 ? JSON.stringify({ name: `service-${index}`, values: lines.slice(0, 20) }) : lines.join('\n'),
  );
}
