/**
 * What does it cost to start the command line, beside starting Node for nothing?
 *
 *   npm run bench -- start
 *
 * CPU time of processes of their own, in turns, so that a busy machine weighs on all alike. Loading the extension's entry is measured
 * beside an empty file, with a stand-in for the editor.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const DEMO = fileURLToPath(new URL('../fixtures/demo', import.meta.url));
const ROUNDS = 9;
/** Writes the CPU time of the process to standard error when it ends, in milliseconds. */
const WATCH =
  'process.once("exit",()=>{const {user,system}=process.cpuUsage();process.stderr.write(`\\ncpu ${(user+system)/1000}`)})';
const EDITOR =
  "const Module=require('node:module');const load=Module._load;const any=new Proxy(class{},{get:(_,name)=>name==='prototype'?{}:any});" +
  "Module._load=(name,...rest)=>name==='vscode'?any:load(name,...rest);";

/** Prints the figures. Returns the exit code. */
export async function run() {
  const scratch = mkdtempSync(join(tmpdir(), 'mll-bench-'));
  try {
    const file = (name, text) => {
      writeFileSync(join(scratch, name), text);
      return join(scratch, name);
    };
    const watch = file('watch.cjs', WATCH);
    const cli = join(DIST, 'cli.js');
    const rows = [
      ['node -e 0', ['-e', '0']],
      ['--version', [cli, '--version']],
      ['--help', [cli, '--help']],
      ['lookup Qwen/Qwen3-8B', [cli, 'lookup', 'Qwen/Qwen3-8B']],
      ['lookup of a copy without a record', [cli, 'lookup', 'bartowski/No-Such-7B-GGUF']],
      ['licenses mit', [cli, 'licenses', 'mit']],
      ['audit of the demo', [cli, 'audit', DEMO, '--fail-on', 'never', '--no-cache']],
      ['an empty extension', [file('empty.cjs', EDITOR)]],
      [
        'the extension',
        [file('extension.cjs', `${EDITOR}require(${JSON.stringify(join(DIST, 'extension.js'))});`)],
      ],
    ].map(([name, args]) => ({ name, args: ['--require', watch, ...args], taken: [] }));
    for (let round = 0; round < ROUNDS; round++) for (const row of rows) row.taken.push(cpuOf(row.args));
    const [nothing] = rows.map(({ taken }) => median(taken));
    for (const { name, taken } of rows)
      console.log(
        `${name}: ${median(taken).toFixed(0)} ms of CPU, ${(median(taken) / nothing).toFixed(2)} × node -e 0`,
      );
    return 0;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function cpuOf(args) {
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return Number(/^cpu ([\d.]+)$/m.exec(stderr)?.[1]);
}

function median(figures) {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
}
