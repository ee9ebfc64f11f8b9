import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseGitIndex } from '../../../src/core/audit/gitIndex';
import { decode } from '../../../src/node/host';

const FILES = ['a.txt', 'dir/b c.txt', 'dir/sub/c.txt', 'dir/sub/çé.txt', `long/${'n'.repeat(200)}.py`, 'z'];
let root: string;
const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'core.quotePath=off', ...args],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
const index = (): Uint8Array => Uint8Array.from(readFileSync(join(root, '.git/index')));
const pathsOf = (bytes: Uint8Array): readonly string[] => parseGitIndex(bytes, decode).paths;

function start(...options: string[]): void {
  git('init', '-q', ...options);
  for (const path of FILES) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path);
  }
  git('add', '.');
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mll-index-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the index of git', () => {
  it.each([2, 4])('is read in version %i', (version) => {
    start();
    git('update-index', '--index-version', String(version));
    expect(index()[7]).toBe(version);
    expect(pathsOf(index())).toEqual(FILES);
  });

  it('is read in version 3, which marks what was only announced', () => {
    start();
    writeFileSync(join(root, 'new.txt'), '');
    git('add', '--intent-to-add', 'new.txt');
    expect(index()[7]).toBe(3);
    expect(pathsOf(index())).toEqual([...FILES.slice(0, -1), 'new.txt', 'z']);
  });

  it('tells of each file its size, when it was changed, its content and whether git looks at it', () => {
    for (const path of FILES) mkdirSync(dirname(join(root, path)), { recursive: true });
    git('init', '-q');
    for (const [at, path] of FILES.entries()) {
      writeFileSync(join(root, path), 'x'.repeat(10 + at));
      utimesSync(join(root, path), 1_700_000_000, 1_700_000_000.25 + at);
    }
    git('add', '.');
    git('update-index', '--assume-unchanged', 'a.txt');
    git('update-index', '--skip-worktree', 'z');
    expect(parseGitIndex(index(), decode).entries).toEqual([]);
    expect(parseGitIndex(index(), decode, true).entries).toEqual(
      FILES.map((path) => ({
        path,
        mode: 0o100644,
        size: statSync(join(root, path)).size,
        modified: Math.floor(statSync(join(root, path)).mtimeMs),
        hash: git('hash-object', path).trim(),
        isAssumed: path === 'a.txt' || path === 'z',
      })),
    );
  });

  it('is read with hashes of 256 bits', () => {
    start('--object-format=sha256');
    expect(pathsOf(index())).toEqual(FILES);
  });

  it('is read after a commit and a checkout, with the extensions that git adds', () => {
    start();
    git('commit', '-q', '-m', 'one');
    git('update-index', '--untracked-cache', '--index-version', '4');
    git('status');
    expect(pathsOf(index())).toEqual(FILES);
  });

  it('is empty where nothing was added', () => {
    start();
    git('rm', '-q', '-r', '--cached', '.');
    expect(pathsOf(index())).toEqual([]);
  });

  it('of a split one names what was added since and where the rest is', () => {
    start();
    git('update-index', '--split-index');
    writeFileSync(join(root, 'later.txt'), '');
    git('add', 'later.txt');
    const { paths, sharedIndex = '' } = parseGitIndex(index(), decode);
    expect(paths).toEqual(['later.txt']);
    expect(readdirSync(join(root, '.git'))).toContain(`sharedindex.${sharedIndex}`);
    expect(pathsOf(readFileSync(join(root, `.git/sharedindex.${sharedIndex}`)))).toEqual(FILES);
  });

  it('of a sparse one names what is checked out', () => {
    start();
    git('commit', '-q', '-m', 'one');
    git('sparse-checkout', 'set', '--cone', '--sparse-index', 'long');
    expect(pathsOf(index())).toEqual(['a.txt', FILES[4], 'z']);
    expect(parseGitIndex(index(), decode).sparse).toEqual(['dir/']);
  });

  it('is refused wherever it is cut off', () => {
    start();
    for (const version of [2, 4]) {
      git('update-index', '--index-version', String(version));
      const whole = index();
      const { length } = pathsOf(whole);
      for (let end = 0; end < whole.length; end++) {
        const cut = whole.slice(0, end);
        let read: readonly string[] | undefined;
        try {
          read = pathsOf(cut);
        } catch {
          continue;
        }
        // Only what follows the entries may be missing: of that, nothing is needed.
        expect(read).toHaveLength(length);
      }
    }
  });

  it('is refused where it counts more entries than it has, is of a later version or another file', () => {
    start();
    const counted = index().slice();
    counted.set([0xff, 0xff, 0xff, 0xff], 8);
    expect(() => pathsOf(counted)).toThrow('it is cut off or damaged');
    const later = index().slice();
    later[7] = 5;
    expect(() => pathsOf(later)).toThrow('version 5 of the index is not known');
    expect(() => pathsOf(new TextEncoder().encode('x'.repeat(100)))).toThrow('it is not an index of git');
  });

  it('is refused where a compressed name takes off more than there is, or is endless', () => {
    start();
    git('update-index', '--index-version', '4');
    const bytes = index().slice();
    const first = 12 + 62;
    expect(bytes[first]).toBe(0);
    for (const take of [[5], [0xff, 0xff, 0xff, 0xff, 0xff]]) {
      const hostile = bytes.slice();
      hostile.set(take, first);
      expect(() => pathsOf(hostile)).toThrow('it is cut off or damaged');
    }
  });

  it('is refused where an extension must be understood and is not', () => {
    start();
    const bytes = index();
    const extension = new Uint8Array([...new TextEncoder().encode('abcd'), 0, 0, 0, 0]);
    const hostile = new Uint8Array([...bytes.slice(0, -20), ...extension, ...bytes.slice(-20)]);
    expect(() => pathsOf(hostile)).toThrow('its extension "abcd" is not known');
  });
});
