/**
 * What does it cost to start the command line, beside starting Node for nothing?
 *
 *   npm run bench -- start
 *
 * CPU time of processes of their own, in turns, so that a busy machine weighs on all alike. Loading and activating the
 * extension is measured beside one that does nothing, with a stand-in for the editor.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO } from '../support/project.mjs';
import { withScratch } from '../support/scratch.mjs';
import { CLI, DIST, median, runNode } from './programs.mjs';

const ROUNDS = 9;
/** Stands for the editor: whatever is asked of it can be called, made and asked further. */
const EDITOR =
  "const Module=require('node:module');const load=Module._load;" +
  "const any=new Proxy(function(){},{get:(_,name)=>name==='prototype'?{}:any,apply:()=>any,getPrototypeOf:()=>any});" +
  "Module._load=(name,...rest)=>name==='vscode'?any:load(name,...rest);";
/** What follows activation at once does not belong to it. */
const WITHOUT_TIMERS = 'globalThis.setTimeout=()=>0;';

/** Prints the figures. Returns the exit code. */
export async function run() {
  const taken = await startTimes();
  const { nothing } = taken;
  for (const [name, milliseconds] of Object.entries(taken))
    console.log(
      `${TITLES[name]}: ${milliseconds.toFixed(0)} ms of CPU, ${(milliseconds / nothing).toFixed(2)} × node -e 0`,
    );
  return 0;
}

const TITLES = {
  nothing: 'node -e 0',
  version: '--version',
  help: '--help',
  lookup: 'lookup Qwen/Qwen3-8B',
  copy: 'lookup of a copy without a record',
  licenses: 'licenses mit',
  demo: 'audit of the demo',
  emptyExtension: 'an empty extension, activated',
  extension: 'the extension, activated',
};

/** Milliseconds of processor time of each start, the median of several that took turns. */
export function startTimes() {
  return withScratch((scratch) => {
    const file = (name, text) => {
      writeFileSync(join(scratch, name), text);
      return join(scratch, name);
    };
    const activated = (name, extension) =>
      file(
        `start-${name}`,
        `${EDITOR}const {activate}=require(${JSON.stringify(extension)});${WITHOUT_TIMERS}` +
          "activate(Object.assign(Object.create(any),{subscriptions:[],extensionPath:'.'}));",
      );
    const starts = {
      nothing: ['-e', '0'],
      version: [CLI, '--version'],
      help: [CLI, '--help'],
      lookup: [CLI, 'lookup', 'Qwen/Qwen3-8B'],
      copy: [CLI, 'lookup', 'bartowski/Unlisted-7B-GGUF'],
      licenses: [CLI, 'licenses', 'mit'],
      demo: [CLI, 'audit', DEMO, '--fail-on', 'never', '--no-cache'],
      emptyExtension: [activated('empty.cjs', file('empty.cjs', 'exports.activate=()=>{};'))],
      extension: [activated('own.cjs', join(DIST, 'extension.js'))],
    };
    const taken = Object.fromEntries(Object.keys(starts).map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, args] of Object.entries(starts)) taken[name].push(runNode(args).cpu * 1000);
    return Object.fromEntries(Object.entries(taken).map(([name, figures]) => [name, median(figures)]));
  });
}
