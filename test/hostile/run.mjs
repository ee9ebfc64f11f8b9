/**
 * `npm run hostile -- [--every N] [--only PART] [--jobs N] [--report FILE]`: makes repositories that try to break, mislead or use
 * the program, runs the built command line over each, and prints a table of their classes, with how many are faults of the file
 * system, faults of the network and bad inputs. What must hold for all: it ends, with an exit code of its own, without an
 * internal error; a denied model that is used beside what was added is found; no command of the repository runs; nothing but
 * what was asked for is written. `--every 10` takes each tenth shape of a class.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { slowness } from '../support/machineSpeed.mjs';
import { say } from '../support/processes.mjs';
import { ROOT } from '../support/project.mjs';
import { CANARY, KEPT, POLICY, USE, write } from './repository.mjs';
import { FILES } from './shapes/files.mjs';
import { GIT } from './shapes/git.mjs';
import { NAMES_AND_ARGUMENTS } from './shapes/names.mjs';
import { NETWORK } from './shapes/network.mjs';
import { POLICIES_AND_LOCKS } from './shapes/policies.mjs';
import { shards } from './shapes/shards.mjs';
import { TEXTS_IN_FILES } from './shapes/texts.mjs';

const CLI = join(ROOT, 'dist', 'cli.js');
const AUDIT = ['audit', '--format', 'json'];
/** On a quiet machine no shape takes a tenth of it. */
const LIMIT_SECONDS = 60;
const FINDINGS_OR_INCOMPLETE = [1, 3];
/** What is bad about a shape: the table counts by it. */
const KINDS = { files: 'file-system faults', network: 'network faults', input: 'bad inputs' };

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    report: { type: 'string' },
  },
});

const whole = await inRepository(async (folder) => (await runCli(AUDIT, folder)).stdout);
const all = [
  ...FILES,
  ...TEXTS_IN_FILES,
  ...POLICIES_AND_LOCKS,
  ...NAMES_AND_ARGUMENTS,
  ...GIT,
  ...NETWORK,
  ...shards(whole),
];
const chosen = everyNth(all, Number(values.every)).filter(({ class: of, name }) =>
  `${of}: ${name}`.includes(values.only),
);
const table = new Map(chosen.map(({ class: of, kind }) => [of, { kind, cases: 0, failed: 0 }]));
const waiting = [...chosen];
await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, work));

const rows = [...table].map(([name, row]) => ({ name, ...row }));
tell(['class', 'kind', 'cases', 'failed']);
for (const { name, kind, cases, failed } of rows) tell([name, KINDS[kind], cases, failed]);
const kinds = Object.entries(KINDS).map(([kind, plural]) => {
  const own = rows.filter((row) => row.kind === kind);
  tell(['all', plural, sum('cases', own), sum('failed', own)]);
  return `${sum('cases', own)} ${plural}`;
});
process.stdout.write(`hostile: ${sum('cases')} cases (${kinds.join(', ')}), ${sum('failed')} failed\n`);
if (values.report !== undefined)
  writeFileSync(
    values.report,
    JSON.stringify({ passed: sum('cases') - sum('failed'), failed: sum('failed'), skipped: 0 }),
  );
process.exitCode = sum('failed') > 0 || chosen.length === 0 ? 1 : 0;

function sum(key, of = rows) {
  return of.reduce((total, row) => total + row[key], 0);
}

function tell([name, kind, cases, failed]) {
  process.stdout.write(
    `${name.padEnd(48)}${kind.padEnd(20)}${String(cases).padStart(8)}${String(failed).padStart(8)}\n`,
  );
}

/** The first and then each nth shape of a class, so that a part has something of each. */
function everyNth(shapes, every) {
  const seen = new Map();
  return shapes.filter(({ class: of }) => {
    const index = seen.get(of) ?? 0;
    seen.set(of, index + 1);
    return index % every === 0;
  });
}

async function work() {
  for (let shape = waiting.shift(); shape !== undefined; shape = waiting.shift()) {
    const row = table.get(shape.class);
    row.cases++;
    await inRepository((folder) => tryShape(shape, folder)).catch((error) => {
      row.failed++;
      say(
        `FAULT ${shape.class}: ${shape.name}\n      ${error.message.split('\n').slice(0, 6).join('\n      ')}`,
      );
    });
  }
}

async function inRepository(work) {
  const scratch = mkdtempSync(join(tmpdir(), 'mll-hostile-'));
  const folder = join(scratch, 'repository');
  try {
    write(folder, '.model-policy.yaml', POLICY);
    write(folder, KEPT, USE);
    return await work(folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function tryShape(shape, folder) {
  const end = await shape.build(folder);
  try {
    const { args = AUDIT, allowed = FINDINGS_OR_INCOMPLETE } = shape;
    const outcome =
      shape.shell === undefined ? await runCli(args, folder, shape.env) : await runShell(shape.shell, folder);
    check(shape, folder, outcome, allowed);
  } finally {
    end?.();
  }
}

function check(shape, folder, outcome, allowed) {
  const { code, stdout, stderr } = outcome;
  const said = `exit code ${code}\n${stderr.slice(0, 500)}`;
  must(code !== null, `it ends by itself: ${said}`);
  must(!/internal error|\n {4}at /.test(stderr), `no internal error: ${said}`);
  must(!existsSync(join(folder, CANARY)), 'no command of the repository runs');
  must(allowed.includes(code), `exit code ${code} is none of ${allowed.join(', ')}\n${stderr.slice(0, 500)}`);
  must(
    code === 0 || code === 1 || stderr !== '' || shape.shell !== undefined || stdout !== '',
    'it is said what is wrong',
  );
  if (!shape.plain && stdout !== '') {
    const { findings, stats } = JSON.parse(stdout);
    if (code === 1)
      must(
        findings.some(({ path, rule }) => path.endsWith(KEPT) && rule === 'license/denied') ||
          /extends/.test(shape.name),
        'the denied model is found',
      );
    must(code !== 3 || stats.complete === false, 'what is not complete says so');
  }
  shape.after?.(folder, outcome);
}

function must(holds, what) {
  if (!holds) throw new Error(what);
}

function runCli(args, cwd, env = {}) {
  return runFile(process.execPath, [CLI, ...args], cwd, env);
}

function runShell(script, cwd) {
  return runFile('bash', ['-c', script.replaceAll('$CLI', `"${process.execPath}" "${CLI}"`)], cwd, {});
}

function runFile(file, args, cwd, env) {
  return new Promise((resolve) => {
    const child = execFile(
      file,
      args,
      {
        cwd,
        maxBuffer: 1 << 28,
        timeout: LIMIT_SECONDS * 1000 * slowness(),
        killSignal: 'SIGKILL',
        env: { ...process.env, HF_TOKEN: '', HF_ENDPOINT: '', HF_HUB_OFFLINE: '', ...env },
      },
      (error, stdout, stderr) =>
        resolve({
          code: error === null ? 0 : typeof error.code === 'number' ? error.code : null,
          stdout,
          stderr: `${stderr}${error?.killed ? '\n(ended: it took too long)' : ''}`,
        }),
    );
    child.stdin?.end();
  });
}
