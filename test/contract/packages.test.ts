import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { packCatalog } from '../../build/catalogPackage.mjs';
import { readWholeCatalog } from '../../src/core/catalog/wholeCatalog';
import { once } from '../../src/core/once';
import { fileInTar } from '../../src/core/update/tarFile';
import { versionText } from '../../src/core/update/version';

const { name, version, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
const libraries: readonly string[] = ['yaml', 'jsonc-parser', 'ignore', 'smol-toml', 'spdx-expression-parse'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packages-'));
  // A project of its own: npm installs into the nearest one above.
  writeFileSync(join(folder, 'package.json'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A message of JSON-RPC. */
const request = (id: number, method: string, params: unknown): string =>
  JSON.stringify({ jsonrpc: '2.0', id, method, params });
/** The first one of an agent. */
const session = request(1, 'initialize', {
  protocolVersion: '2025-06-18',
  clientInfo: { name: 'a', version: '1' },
  capabilities: {},
});

describe('the command line from the registry of npm', () => {
  const program = (): string => join(folder, 'node_modules/.bin/model-license-lens');

  beforeAll(() => {
    run('npm', 'pack', resolve('.'), '--ignore-scripts', '--silent');
    // Offline: it needs no other package.
    run('npm', 'install', '--offline', '--no-audit', '--no-fund', '--silent', `./${name}-${version}.tgz`);
  });

  test('is installed without any other package', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((one) => !one.startsWith('.'))).toEqual([name]);
  });

  test('holds the program, the catalog, the schemas, the translations and the notices, and nothing else', () => {
    expect(readdirSync(join(folder, 'node_modules', name)).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'media',
      'package.json',
    ]);
    expect(readdirSync(join(folder, 'node_modules', name, 'media'))).toEqual(['l10n']);
    expect(readdirSync(join(folder, 'node_modules', name, 'media/l10n')).sort()).toEqual([
      'bundle.l10n.ja.json',
      'bundle.l10n.zh-cn.json',
    ]);
    expect(readdirSync(join(folder, 'node_modules', name, 'dist')).sort()).toEqual([
      'THIRD_PARTY_NOTICES.txt',
      'audit.schema.json',
      'catalog.jsonl',
      'cli.js',
      'lib',
      'policy.schema.json',
    ]);
    expect(
      readdirSync(join(folder, 'node_modules', name, 'dist/lib')).filter((file) => !file.endsWith('.js')),
    ).toEqual([]);
  });

  test.each([
    ['--version'],
    ['lookup', 'qwen3:8b', 'gpt-4o', '--format', 'json'],
    ['audit', resolve('test/fixtures/demo'), '--lang', 'ja', '--fail-on', 'never'],
    [
      'audit',
      resolve('test/fixtures/demo'),
      '--format',
      'json',
      '--fail-on',
      'never',
      '--today',
      '2026-11-27',
    ],
  ])('answers as the one built here: %s', (...args) => {
    expect(run(program(), ...args)).toBe(run(process.execPath, resolve(bin[name]), ...args));
  });

  /** What an installed program answers to its input, until an answer has a word. */
  function answered(args: readonly string[], input: string, word: string): Promise<string> {
    const child = spawn(program(), args, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    return new Promise((done, failed) => {
      let said = '';
      child.once('error', failed);
      child.once('close', () => done(said));
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes(word)) child.kill();
      });
      child.stdin.write(input);
    });
  }

  test('holds a session with an agent', async () => {
    const ask = { name: 'look_up_models', arguments: { names: ['qwen3:8b'] } };
    const input = `${session}\n${request(2, 'tools/call', ask)}\n`;
    expect(await answered(['mcp'], input, 'Qwen/Qwen3-8B')).toContain('Qwen/Qwen3-8B');
  });

  test('holds a session with an editor', async () => {
    const text = request(1, 'initialize', { processId: null, rootUri: null, capabilities: {} });
    const input = `Content-Length: ${text.length}\r\n\r\n${text}`;
    expect(await answered(['lsp', '--stdio'], input, 'hoverProvider')).toContain('hoverProvider');
  });
});

/** What is packed of the extension, listed once: each time every file of the repository is compared with every pattern. */
const listed = once(() => listFiles({ cwd: resolve('.'), packageManager: PackageManager.None }));

describe('the extension', () => {
  test('holds both entries and what they load, the command line, the catalog, translations and notices, and no source', async () => {
    const files = await listed();
    expect(files).toEqual(
      expect.arrayContaining([
        'dist/extension.js',
        'dist/extension.browser.js',
        'dist/cli.js',
        'dist/lib/mcp.js',
        'dist/catalog.jsonl',
        'dist/THIRD_PARTY_NOTICES.txt',
        'media/l10n/bundle.l10n.ja.json',
        'package.nls.zh-cn.json',
      ]),
    );
    // The editor reads no bundle where it speaks English.
    expect(files).not.toContain('media/l10n/bundle.l10n.json');
    // The editor does the work of the other commands itself; the language server is for editors that have the package of npm.
    expect(files).not.toContain('dist/lib/lsp.js');
    expect(files.filter((file) => file.includes('/command-'))).toEqual(['dist/lib/command-mcp.js']);
    expect(files.filter((file) => /^(?:src|test|build|node_modules)\/|\.map$/.test(file))).toEqual([]);
  });
});

describe('the command line in the extension', () => {
  const commandLine = async (args: readonly string[], input = ''): Promise<readonly unknown[]> => {
    const home = mkdtempSync(join(folder, 'extension-'));
    for (const file of await listed())
      if (/^(?:dist|media\/l10n)\//.test(file)) {
        mkdirSync(dirname(join(home, file)), { recursive: true });
        copyFileSync(file, join(home, file));
      }
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'dist/cli.js'), ...args], {
      cwd: resolve('test/fixtures/demo'),
      encoding: 'utf8',
      input,
    });
    return [status, status === 0 ? stdout : stderr];
  };

  test('answers agents as the one built here', async () => {
    const input = `${session}\n${request(2, 'tools/call', { name: 'audit_project', arguments: {} })}\n`;
    const built = spawnSync(process.execPath, [resolve(bin[name]), 'mcp'], {
      cwd: resolve('test/fixtures/demo'),
      encoding: 'utf8',
      input,
    });
    expect(built.stdout).toContain('Qwen');
    expect(await commandLine(['mcp'], input)).toEqual([0, built.stdout]);
  });

  test.each([
    ['audit', '.'],
    ['report', 'merge'],
  ])('says where the rest is: %s', async (...args) => {
    expect(await commandLine(args)).toEqual([
      2,
      expect.stringContaining(`without “${args[0]}”. Install it with: npm install -g model-license-lens`),
    ]);
  });
});

describe('the catalog from the registry of npm', () => {
  const CATALOG = 'model-license-lens-catalog';
  const compiled = readFileSync('dist/catalog.jsonl', 'utf8');
  const head = JSON.parse(compiled.slice(0, compiled.indexOf('\n'))) as {
    version: number;
    date: string;
    dates: Readonly<Record<string, string>>;
  };
  const packed = `${CATALOG}-${versionText({ date: head.date, revision: 2 })}.tgz`;

  beforeAll(() => packCatalog(folder, 2));

  test('is data alone: the compiled catalog, its sources and license, and what tells its format and days', () => {
    run('npm', 'install', '--offline', '--no-audit', '--no-fund', '--silent', `./${packed}`);
    const installed = join(folder, 'node_modules', CATALOG);
    expect(readdirSync(installed).sort()).toEqual([
      'LICENSE',
      'README.md',
      'SOURCES.md',
      'catalog.jsonl',
      'package.json',
    ]);
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest['modelLicenseLens']).toEqual({
      format: head.version,
      date: head.date,
      dates: head.dates,
    });
    for (const day of Object.values(head.dates)) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('holds what an update reads: the one catalog, whole', () => {
    const found = fileInTar(gunzipSync(readFileSync(join(folder, packed))), 'catalog.jsonl');
    expect('file' in found && Buffer.from(found.file).toString()).toBe(compiled);
    expect(readWholeCatalog(compiled)).toHaveProperty('catalog');
  });
});

test('the notices name every library that is bundled', () => {
  const notices = readFileSync('dist/THIRD_PARTY_NOTICES.txt', 'utf8');
  for (const library of libraries) expect(notices).toMatch(new RegExp(`^${library} \\d`, 'm'));
  // The protocol's library would bring it, for questions that the server does not ask.
  expect(notices).not.toMatch(/^ajv \d/m);
});
