import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const { name, version, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
const libraries: readonly string[] = ['yaml', 'jsonc-parser', 'ignore', 'smol-toml', 'spdx-expression-parse'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packages-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

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

  test('holds the program, the catalog, the schemas and the notices, and nothing else', () => {
    expect(readdirSync(join(folder, 'node_modules', name)).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
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
});

describe('the extension', () => {
  test('holds both entries and what they load, the command line, the catalog, translations and notices, and no source', async () => {
    const files = await listFiles({ cwd: resolve('.'), packageManager: PackageManager.None });
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
    // The language server is for other editors, which have the package of npm.
    expect(files).not.toContain('dist/lib/lsp.js');
    expect(files.filter((file) => /^(?:src|test|build|node_modules)\/|\.map$/.test(file))).toEqual([]);
  });
});

test('the notices name every library that is bundled', () => {
  const notices = readFileSync('dist/THIRD_PARTY_NOTICES.txt', 'utf8');
  for (const library of libraries) expect(notices).toMatch(new RegExp(`^${library} \\d`, 'm'));
});
