import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT } from './project.mjs';

/** How many of a failed command's last characters its error shows. */
const TAIL = 4000;

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: string, take?: (text: string) => void,
 *   accept?: number[], signal?: AbortSignal }} [options] `log` sends the output to that file instead of the
 *   terminal, `take` to that function; `accept` lists the exit codes that are no error (default: 0); `signal` ends the command
 * @returns {Promise<number>} the exit code; rejects on any other one, with the end of a logged output
 */
export function run(command, args, { cwd = ROOT, env = process.env, log, take, accept = [0], signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      signal,
      stdio:
        log === undefined && take === undefined
          ? ['ignore', 'inherit', 'inherit']
          : ['ignore', 'pipe', 'pipe'],
      // Windows starts a script such as code.cmd only through its shell.
      shell: command.endsWith('.cmd'),
    });
    let tail = '';
    if (log !== undefined) {
      mkdirSync(dirname(log), { recursive: true });
      const file = createWriteStream(log, { flags: 'a' });
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk) => {
          file.write(chunk);
          tail = (tail + chunk).slice(-TAIL);
        });
      }
      child.on('close', () => file.end());
    }
    if (take !== undefined)
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
    child.on('error', (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.on('close', (code, endedBy) => {
      if (code !== null && accept.includes(code)) return resolve(code);
      const where = log === undefined ? '' : `\n${tail.trim()}\n(the whole output is in ${log})`;
      reject(new Error(`${command} ${args.join(' ')} ended with ${endedBy ?? `exit code ${code}`}${where}`));
    });
  });
}

/**
 * Runs npm, also on Windows, where it is a script and not a program: the npm that runs us is reached through Node. What
 * that npm says of its own script is taken out of the environment, since it would lead a second one to the wrong folder.
 */
export function npm(args, { env = process.env, ...options } = {}) {
  const cli = env.npm_execpath;
  const own = Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^npm_(lifecycle|package|config_local_prefix)/.test(name)),
  );
  if (cli !== undefined && /npm-cli\.c?js$/.test(cli))
    return run(process.execPath, [cli, ...args], { ...options, env: own });
  return run('npm', args, { ...options, env: own });
}

/** A line about what is going on, on standard error: results alone go to standard output. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Says what is being done and how long it took. */
export async function step(title, work) {
  say(`· ${title} …`);
  const start = Date.now();
  const result = await work();
  say(`✓ ${title} (${((Date.now() - start) / 1000).toFixed(0)} s)`);
  return result;
}
