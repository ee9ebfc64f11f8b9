import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differsFromCommit } from '../../../src/node/workTree';

let root: string;
const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  ).trim();
const write = (path: string, text: string): void => writeFileSync(join(root, path), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mll-work-'));
  mkdirSync(join(root, 'dir'));
  git('init', '-q');
  write('.gitignore', 'out/\n');
  write('a.py', 'one\n');
  write('dir/ü.py', 'two\n');
  symlinkSync('a.py', join(root, 'link'));
  git('add', '.');
  git('commit', '-q', '-m', 'one');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the files of a work tree', () => {
  it('are those of the commit after a checkout, and when they were only touched or are ignored', async () => {
    expect(await differsFromCommit(root)).toBe(false);
    utimesSync(join(root, 'a.py'), 1e9, 1e9);
    mkdirSync(join(root, 'out'));
    write('out/b.py', 'three');
    expect(await differsFromCommit(root)).toBe(false);
  });

  it('are those of the commit where only the ends of lines are of another system', async () => {
    write('a.py', 'one\r\n');
    git('-c', 'core.autocrlf=true', 'add', 'a.py');
    expect(await differsFromCommit(root)).toBe(false);
  });

  it.each<readonly [string, () => void]>([
    ['a changed file', () => write('a.py', 'other\n')],
    ['a changed file of the same length', () => write('a.py', 'oNe\n')],
    ['a staged change', () => (write('dir/ü.py', 'staged\n'), git('add', '.'))],
    ['a staged change that the work tree takes back', () => takeBack()],
    ['a file that is gone', () => unlinkSync(join(root, 'a.py'))],
    ['a new file', () => write('new.py', '')],
  ])('differ by %s', async (_, change) => {
    change();
    expect(await differsFromCommit(root)).toBe(true);
  });

  function takeBack(): void {
    write('a.py', 'staged\n');
    git('add', 'a.py');
    write('a.py', 'one\n');
  }

  it('run no filter of the repository', async () => {
    git('config', 'filter.trap.clean', `touch ${join(root, 'out-of-git')}; cat`);
    writeFileSync(join(root, '.git/info/attributes'), '*.py filter=trap\n');
    utimesSync(join(root, 'a.py'), 1e9, 1e9);
    expect(await differsFromCommit(root)).toBe(false);
    expect(existsSync(join(root, 'out-of-git'))).toBe(false);
  });

  it('are not known to differ without git', async () => {
    rmSync(join(root, '.git'), { recursive: true });
    expect(await differsFromCommit(root)).toBeUndefined();
  });
});
