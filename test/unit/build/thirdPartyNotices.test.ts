import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { thirdPartyNotices } from '../../../build/thirdPartyNotices.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'notices-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A library on disk, and the path of a file in it. */
function library(name: string, manifest: object, texts: Readonly<Record<string, string>> = {}): string {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', ...manifest }));
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, file), text);
  return join(folder, 'lib/index.js');
}

function bundle(inputs: Readonly<Record<string, number>>): object {
  const entries = Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }]);
  return { outputs: { 'dist/a.js': { inputs: Object.fromEntries(entries) } } };
}

test('each library stands once, with license, author, source and the texts of its package', () => {
  const b = library(
    'b',
    { license: 'ISC', author: 'B. Author' },
    { LICENSE: 'Terms of b', NOTICE: 'Made by B' },
  );
  const a = library(
    '@a/a',
    { license: 'MIT', author: { name: 'A' }, repository: { url: 'https://example.org/a' } },
    { 'LICENSE-MIT.txt': 'Terms of a', 'index.js': 'code' },
  );
  const notices = thirdPartyNotices([bundle({ [a]: 10, [b]: 20 }), bundle({ [b]: 5, 'src/main.ts': 3 })]);
  expect(notices.match(/^\S+ 1\.2\.3$/gm)).toEqual(['@a/a 1.2.3', 'b 1.2.3']);
  expect(notices).toContain('License: MIT\nAuthor: A\nSource: https://example.org/a\n\nTerms of a\n');
  expect(notices).toContain('License: ISC\nAuthor: B. Author\n\nTerms of b\n\nMade by B\n');
  expect(notices).not.toContain('code');
});

test('a library of which nothing is in the bundle has no notice', () => {
  const unused = library('unused', { license: 'MIT' });
  expect(thirdPartyNotices([bundle({ [unused]: 0 })])).not.toContain('unused');
});

test('a library that states no license stops the build', () => {
  const bare = library('bare', {});
  expect(() => thirdPartyNotices([bundle({ [bare]: 1 })])).toThrow('bare is in a bundle');
});
