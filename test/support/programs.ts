import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What a script printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a script of a template with bash, as those who run it do: it ends at the first failure. `programs` stand in the
 * place of those that need a network, each as the lines of a script.
 */
export function runScript(
  script: string,
  { cwd, env, programs }: { cwd: string; env: object; programs: Readonly<Record<string, readonly string[]>> },
): Promise<Ran> {
  const folder = join(cwd, '.programs');
  mkdirSync(folder, { recursive: true });
  for (const [name, lines] of Object.entries(programs)) {
    writeFileSync(join(folder, name), ['#!/bin/bash', ...lines, ''].join('\n'));
    chmodSync(join(folder, name), 0o755);
  }
  const path = `${folder}:${process.env['PATH'] ?? ''}`;
  return new Promise((done) => {
    execFile(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
      { cwd, env: { ...process.env, ...env, PATH: path } },
      (error, stdout, stderr) => {
        done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}
