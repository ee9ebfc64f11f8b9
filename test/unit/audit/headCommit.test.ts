import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headCommit } from '../../../src/core/audit/headCommit';
import { diskFiles } from '../../../src/node/fileSource';
import { decode } from '../../../src/node/host';

let root: string;

function git(...args: string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
}

const commitAt = (folder: string): Promise<string | null> => headCommit(diskFiles(folder), decode);

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'head-')));
  git('init', '-q', '-b', 'main');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function commit(): string {
  git('commit', '-q', '--allow-empty', '-m', 'one');
  return git('rev-parse', 'HEAD');
}

describe('the commit that is checked out', () => {
  it('is that of the branch, of a packed one, and a detached one', async () => {
    const hash = commit();
    expect(await commitAt(root)).toBe(hash);
    git('pack-refs', '--all');
    expect(await commitAt(root)).toBe(hash);
    git('checkout', '-q', '--detach');
    expect(await commitAt(root)).toBe(hash);
  });

  it('is found in a linked work tree', async () => {
    const hash = commit();
    git('worktree', 'add', '-q', 'linked');
    expect(await commitAt(join(root, 'linked'))).toBe(hash);
  });

  it('is none before the first commit, below the root, and without git', async () => {
    expect(await commitAt(root)).toBeNull();
    commit();
    mkdirSync(join(root, 'sub'));
    expect(await commitAt(join(root, 'sub'))).toBeNull();
    rmSync(join(root, '.git'), { recursive: true });
    expect(await commitAt(root)).toBeNull();
  });

  it.each(['ref: refs/../../secret', 'ref: /etc/passwd', 'not a commit', ''])(
    'is none where HEAD says %j',
    async (text) => {
      commit();
      writeFileSync(join(root, '.git/HEAD'), `${text}\n`);
      expect(await commitAt(root)).toBeNull();
    },
  );
});
