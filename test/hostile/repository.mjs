/** The repository that every shape starts from: one use of a model that its policy denies. Whatever is added must not hide it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const DENIED = 'facebook/nllb-200-distilled-600M';
export const KEPT = 'kept/use.py';
export const POLICY =
  'version: 1\nuse: { purpose: commercial }\nlicenses: { deny: ["category:non-commercial"] }\n';
export const USE = `from transformers import pipeline\np = pipeline(model="${DENIED}")\n`;
/** A command that a repository configures would make this file. */
export const CANARY = 'PWNED';

/**
 * @typedef {{ class: string, name: string, kind: 'input' | 'files' | 'network', build: (folder: string) => void |
 *   (() => void) | Promise<void | (() => void)>, args?: string[], allowed?: number[], shell?: string, env?: Record<string, string>,
 *   plain?: boolean, after?: (folder: string, outcome: { code: number | null, stdout: string, stderr: string }) => void }} Shape
 *   `kind` says whether the input is bad, or files or the network fail; `build` adds to the repository, and gives what ends
 *   what it started; `allowed` are the exit codes that are right (default: findings, or incomplete); `shell` is run in place of the
 *   program, with `$CLI` as its command; `plain` prints no JSON
 */

/** Writes a file with its folders. */
export function write(folder, path, content) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

export function link(folder, path, target) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  symlinkSync(target, join(folder, path));
}

export function pipe(folder, path) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  execFileSync('mkfifo', ['--', join(folder, path)]);
}

export function git(folder, ...args) {
  return execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    },
  );
}

/** Two commits: the first without, the second with the use of the denied model. */
export function gitRepository(folder) {
  git(folder, 'init', '-q', '-b', 'main');
  write(folder, 'first.txt', 'first\n');
  git(folder, 'add', 'first.txt', '.model-policy.yaml');
  git(folder, 'commit', '-q', '-m', 'first');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'second');
}
