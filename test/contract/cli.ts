import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const ROOT = resolve(import.meta.dirname, '../..');
export const CLI = join(ROOT, 'dist/cli.js');
export const DEMO = join(ROOT, 'test/fixtures/demo');

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing of the user's own cache and catalogs is read or written; a test of them names a folder of its own. */
const NO_CACHE = join(tmpdir(), `mll-no-cache-${process.pid}`);

/** Runs the built command line as a person would. */
export function cli(
  args: readonly string[],
  {
    cwd = ROOT,
    input = '',
    env = {},
  }: { readonly cwd?: string; readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      {
        cwd,
        maxBuffer: 1 << 28,
        env: { ...process.env, XDG_CACHE_HOME: NO_CACHE, XDG_DATA_HOME: NO_CACHE, ...env },
      },
      (error, stdout, stderr) => {
        done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
    child.stdin?.on('error', () => undefined).end(input);
  });
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
