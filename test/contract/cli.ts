import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { createCli, type HostProcess } from '../../src/cli/cli';
import { runCommand } from '../../src/cli/run';
import { once } from '../../src/core/once';
import { loadCatalogInForce } from '../../src/node/loadCatalog';

export const ROOT = resolve(import.meta.dirname, '../..');
export const CLI = join(ROOT, 'dist/cli.js');
export const DEMO = join(ROOT, 'test/fixtures/demo');

/** The lines of a program `npx` that runs the built command line, whichever package it is to run. */
export const NPX = ['shift 2', `exec "${process.execPath}" "${CLI}" "$@"`];

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing of the user's own cache and catalogs is read or written; a test of them names a folder of its own. */
const NO_CACHE = join(tmpdir(), `mll-no-cache-${process.pid}`);

interface Called {
  readonly cwd?: string;
  readonly input?: string;
  /** Variables beside those of these tests; `undefined` takes one away. */
  readonly env?: NodeJS.ProcessEnv;
  /** Whether standard output is a terminal; asked only where the program runs in this process. */
  readonly terminal?: boolean;
}

/**
 * Runs a command line in this process, with folder, streams and variables of its own: what a process would answer, without the time
 * that starting one takes. What only a process has (its exit, its pipes, what it loads) is asked of {@link spawnCli}.
 */
export async function cli(
  args: readonly string[],
  { cwd = ROOT, input = '', env = {}, terminal = false }: Called = {},
): Promise<Outcome> {
  const stdout = Object.assign(new Collected(), { isTTY: terminal });
  const stderr = new Collected();
  const code = await runCommand(
    args,
    createCli(
      HOME,
      {
        cwd: () => cwd,
        env: environment(env),
        stdin: Readable.from([Buffer.from(input)], { objectMode: false }),
        stdout,
        stderr,
      } as unknown as HostProcess,
      loadInForce,
    ),
  );
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

const HOME = join(ROOT, 'dist');
const bundled = once(() => loadCatalogInForce(HOME, NO_CACHE));

/** The catalog of the program is loaded once for all tests of a process, and with it what audits work out about its models. */
function loadInForce(home: string, folder: string): ReturnType<typeof loadCatalogInForce> {
  return existsSync(folder) ? loadCatalogInForce(home, folder) : bundled();
}

/** A stream that goes to no terminal. */
class Collected extends Writable {
  private readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  text(): string {
    return Buffer.concat(this.chunks).toString();
  }
}

/** Runs the built command line in a process of its own, as a person would. */
export function spawnCli(
  args: readonly string[],
  { cwd = ROOT, input = '', env = {} }: Called = {},
): Promise<Outcome> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      { cwd, maxBuffer: 1 << 28, env: environment(env) },
      (error, stdout, stderr) => {
        done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
    child.stdin?.on('error', () => undefined).end(input);
  });
}

function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: NO_CACHE, XDG_DATA_HOME: NO_CACHE, ...env };
}

/** A folder of its own for one test, with these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'mll-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** What an audit says of a place, less the duties that only it finds to be open: an editor sees one file. */
export function withoutDuties(message: string): string {
  return message.replace(/; \S+ must (?:be credited|come with) .*$/, '');
}
