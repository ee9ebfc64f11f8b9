import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands';
import { CLI } from './cli';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  writeFileSync(
    join(folder, 'watch.cjs'),
    "process.once('exit', () => process.stderr.write(`loaded ${JSON.stringify(Object.keys(require.cache))}\\n`));\n",
  );
  // The extension is loaded, not activated: all that it asks of the editor meanwhile are names to build on.
  writeFileSync(
    join(folder, 'extension.cjs'),
    "const Module = require('node:module');\nconst load = Module._load;\nconst any = new Proxy(class {}, { get: (_, name) => (name === 'prototype' ? {} : any) });\n" +
      "Module._load = (name, ...rest) => (name === 'vscode' ? any : load(name, ...rest));\n" +
      `require(${JSON.stringify(resolve('dist/extension.js'))});\n`,
  );
});
/** Kilobytes that an audit of nothing loads: the engine, and little else. */
let engine: number;
beforeAll(() => {
  mkdirSync(join(folder, 'nothing'));
  engine = loaded(CLI, 'audit', join(folder, 'nothing'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Kilobytes of our code that a program loads. */
function loaded(...args: readonly string[]): number {
  const told = execFileSync(
    process.execPath,
    ['-e', RUN, process.execPath, '--require', join(folder, 'watch.cjs'), ...args],
    { encoding: 'utf8' },
  );
  const [, list = '[]'] = /^loaded (.*)$/m.exec(told) ?? [];
  const files = (JSON.parse(list) as string[]).filter((file) => file.startsWith(resolve('dist')));
  expect(files).not.toEqual([]);
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000;
}

/** Passes on what a program says on standard error, where the list of files stands. */
const RUN =
  "const [program, ...args] = process.argv.slice(1); process.stdout.write(require('node:child_process').spawnSync(program, args, { encoding: 'utf8' }).stderr)";

describe('what is loaded', () => {
  it.each([[['--version']], [['--help']]])('by %s is only what lists the commands', (args) =>
    expect(loaded(CLI, ...args)).toBeLessThan(40),
  );

  it.each([
    ['lookup', ['lookup', 'gpt-4o']],
    ['search', ['search', 'nothing-has-this-word']],
    ['compare', ['compare', 'gpt-4o', 'gpt-4o-mini']],
    ['licenses', ['licenses', 'mit']],
    ['compat', ['compat', 'mit', 'mit']],
    ['explain', ['explain']],
  ])('by %s is not the engine', (_, args) => expect(loaded(CLI, ...args)).toBeLessThan(engine / 3));

  it('to activate the extension is only what registers it', () =>
    expect(loaded(join(folder, 'extension.cjs'))).toBeLessThan(40));
});

it('every command of the list is called so', async () => {
  for (const { name, load } of COMMANDS) expect((await load()).name).toBe(name);
});
