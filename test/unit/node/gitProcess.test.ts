import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forkPoint, gitFiles } from '../../../src/node/git';
import { BlobReader } from '../../../src/node/gitBlobs';
import { GitError, runGit } from '../../../src/node/gitProcess';

const root = mkdtempSync(join(tmpdir(), 'mll-git-'));
const origin = join(root, 'origin');
const trace = join(root, 'ran');
const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

/** A clone without the blobs, or trees and blobs, of the earlier commit. */
function partialClone(name: string, filter: string): string {
  git(root, 'clone', '-q', `--filter=${filter}`, pathToFileURL(origin).href, name);
  return join(root, name);
}

beforeAll(() => {
  mkdirSync(origin);
  git(root, 'init', '-q', 'origin');
  git(origin, 'config', 'uploadpack.allowFilter', 'true');
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  for (const text of ['one\n', 'two\n']) {
    writeFileSync(join(origin, 'a.py'), text);
    git(origin, 'add', '.');
    git(origin, 'commit', '-q', '-m', text.trim());
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Settings by which a checkout that came with its own configuration gets commands run. */
const HOSTILE: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ['upload-pack', [['remote.origin.uploadpack', `touch ${trace}; git-upload-pack`]]],
  [
    'ssh',
    [
      ['remote.origin.url', 'ssh://host.invalid/repository'],
      ['core.sshCommand', `touch ${trace}; false`],
    ],
  ],
  ['an external transport', [['remote.origin.url', `ext::sh -c touch% ${trace}`]]],
  [
    'a credential helper',
    [
      ['remote.origin.url', 'https://127.0.0.1:9/repository'],
      ['credential.helper', `!touch ${trace}; false`],
    ],
  ],
  ['the file system monitor', [['core.fsmonitor', `touch ${trace}; false`]]],
  ['an external diff', [['diff.external', `touch ${trace}; false`]]],
  ['a pager', [['core.pager', `touch ${trace}; cat`]]],
];

describe('git in a repository that configures commands', () => {
  it.each(HOSTILE)('does not run %s, and says which files it lacks', async (name, settings) => {
    const clone = partialClone(name.replaceAll(' ', '-'), 'blob:none');
    for (const [key, value] of settings) git(clone, 'config', key, value);
    for (const protocol of ['file', 'ssh', 'ext', 'https'])
      git(clone, 'config', `protocol.${protocol}.allow`, 'always');
    const base = await forkPoint(clone, 'HEAD~1');
    await expect(gitFiles(clone, base)).rejects.toThrow(GitError);
    await expect(gitFiles(clone, base)).rejects.toThrow('git fetch --refetch --no-filter');
    expect(existsSync(trace)).toBe(false);
  });

  it('reads what was committed, and not what the repository puts in its place', async () => {
    const clone = join(root, 'replaced');
    git(root, 'init', '-q', clone);
    writeFileSync(join(clone, 'a.py'), 'old');
    git(clone, 'add', '.');
    git(clone, 'commit', '-q', '-m', 'one');
    writeFileSync(join(clone, 'b.py'), 'new');
    git(clone, 'add', '.');
    git(clone, 'commit', '-q', '-m', 'two');
    git(clone, 'replace', 'HEAD~1:a.py', 'HEAD:b.py');
    const files = await gitFiles(clone, await forkPoint(clone, 'HEAD~1'));
    expect(new TextDecoder().decode(await files.read('a.py'))).toBe('old');
    files.close();
  });

  it('runs no hook', async () => {
    const hook = join(origin, '.git/hooks/reference-transaction');
    mkdirSync(join(origin, '.git/hooks'), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\ntouch ${trace}\n`);
    chmodSync(hook, 0o755);
    await runGit(origin, ['update-ref', 'refs/heads/other', 'HEAD']);
    rmSync(hook);
    expect(existsSync(trace)).toBe(false);
  });
});

describe('a clone that lacks objects', () => {
  it.each(['blob:none', 'tree:0'])('of %s gets none over the network', async (filter) => {
    const clone = partialClone(filter.replace(':', '-'), filter);
    const before = git(clone, 'count-objects', '-v');
    await expect(gitFiles(clone, await forkPoint(clone, 'HEAD~1'))).rejects.toThrow(
      'this clone does not have all files of commit',
    );
    expect(git(clone, 'count-objects', '-v')).toBe(before);
  });

  it('is whole again after the command that the message names', async () => {
    const clone = partialClone('mended', 'blob:none');
    git(clone, 'fetch', '-q', '--refetch', '--no-filter');
    const files = await gitFiles(clone, await forkPoint(clone, 'HEAD~1'));
    expect(new TextDecoder().decode(await files.read('a.py'))).toBe('one\n');
    files.close();
  });
});

describe('the reader of blobs', () => {
  it('rejects what it is asked for after git has ended, instead of waiting', async () => {
    const reader = new BlobReader(origin);
    reader.close();
    await expect(reader.read(git(origin, 'rev-parse', 'HEAD:a.py'))).rejects.toThrow('git ended');
    await expect(reader.read(git(origin, 'rev-parse', 'HEAD:a.py'))).rejects.toThrow('git ended');
  });

  it('names an object that is not there', async () => {
    const reader = new BlobReader(origin);
    await expect(reader.read('0'.repeat(40))).rejects.toThrow('missing');
    reader.close();
  });
});

describe('the program', () => {
  it('is not looked for in the folder that is audited', async () => {
    const { PATH } = process.env;
    const folder = join(root, 'with-git');
    mkdirSync(folder);
    writeFileSync(join(folder, 'git'), `#!/bin/sh\ntouch ${trace}\n`);
    chmodSync(join(folder, 'git'), 0o755);
    process.env['PATH'] = ['.', '', PATH].join(':');
    try {
      await expect(runGit(folder, ['rev-parse', 'HEAD'])).rejects.toThrow('is not in a git work tree');
    } finally {
      process.env['PATH'] = PATH;
    }
    expect(existsSync(trace)).toBe(false);
  });
});
