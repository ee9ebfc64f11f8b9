import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forkPoint, gitFiles } from '../../../src/node/git';
import { GitError } from '../../../src/node/gitProcess';

const root = mkdtempSync(join(tmpdir(), 'mll-git-'));
const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main', ...args],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  ).trim();
const big = 'x'.repeat(300_000);

beforeAll(() => {
  mkdirSync(join(root, 'dir/ünder'), { recursive: true });
  for (const [path, text] of [
    ['a.txt', 'alpha'],
    ['dir/b c.txt', 'beta\n'],
    ['dir/ünder/ß.txt', 'gamma'],
    ['empty.txt', ''],
    ['big.txt', big],
  ] as const)
    writeFileSync(join(root, path), text);
  symlinkSync('a.txt', join(root, 'link'));
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('the files of a commit', () => {
  it('are listed by folder, with sizes, and links told apart', async () => {
    const files = await gitFiles(root, 'HEAD');
    expect(await files.list('')).toEqual([
      { path: 'a.txt', kind: 'file', size: 5 },
      { path: 'big.txt', kind: 'file', size: 300_000 },
      { path: 'dir', kind: 'folder', size: 0 },
      { path: 'empty.txt', kind: 'file', size: 0 },
      { path: 'link', kind: 'link', size: 5 },
    ]);
    expect((await files.list('dir')).map(({ path }) => path)).toEqual(['dir/b c.txt', 'dir/ünder']);
    files.close();
  });

  it('are read in whatever order they are asked for, whatever their names and sizes', async () => {
    const files = await gitFiles(root, 'HEAD');
    const paths = ['big.txt', 'empty.txt', 'dir/ünder/ß.txt', 'a.txt', 'dir/b c.txt', 'big.txt'];
    expect((await Promise.all(paths.map((path) => files.read(path)))).map(text)).toEqual([
      big,
      '',
      'gamma',
      'alpha',
      'beta\n',
      big,
    ]);
    expect(text(await files.readRange('a.txt', 1, 3))).toBe('lp');
    await expect(files.read('none.txt')).rejects.toThrow('none.txt is not in commit');
    files.close();
  });

  it('are those beneath the folder that is asked for', async () => {
    const files = await gitFiles(join(root, 'dir'), 'HEAD');
    expect((await files.list('')).map(({ path }) => path)).toEqual(['b c.txt', 'ünder']);
    expect(text(await files.read('b c.txt'))).toBe('beta\n');
    files.close();
  });
});

describe('where a branch began', () => {
  it('is what it has in common with the other', async () => {
    const base = git('rev-parse', 'HEAD');
    git('switch', '-q', '-c', 'branch');
    git('commit', '-q', '--allow-empty', '-m', 'two');
    expect(await forkPoint(root, 'main')).toBe(base);
  });

  it.each(['no-such-ref', '--upload-pack=touch made', 'HEAD~99', ''])(
    'is refused for %j, in words',
    async (ref) => {
      await expect(forkPoint(root, ref)).rejects.toThrow(GitError);
    },
  );

  it('is refused in a shallow clone, with what to fetch', async () => {
    const clone = mkdtempSync(join(tmpdir(), 'mll-shallow-'));
    git('clone', '-q', '--depth', '1', `file://${root}`, clone);
    await expect(forkPoint(clone, 'HEAD~1')).rejects.toThrow('The clone is shallow');
    await expect(forkPoint(root, 'no-such-ref')).rejects.toThrow(/here\.$/);
    rmSync(clone, { recursive: true });
  });

  it('is refused outside of a work tree', async () => {
    await expect(forkPoint(tmpdir(), 'main')).rejects.toThrow('is not in a git work tree');
  });
});
