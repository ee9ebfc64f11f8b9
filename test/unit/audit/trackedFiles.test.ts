import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import type { IgnoreFileAbove } from '../../../src/core/audit/gitignore';
import type { AuditResult } from '../../../src/core/audit/result';
import { trackedFiles } from '../../../src/core/audit/trackedFiles';
import { diskFiles } from '../../../src/node/fileSource';
import { gitFiles } from '../../../src/node/git';
import { decode } from '../../../src/node/host';
import { memoryFiles, memoryHost, skippedOf } from './memory';

const M = 'model:x';
let root: string;

function git(cwd: string, ...args: string[]): string {
  const identity = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.org',
    '-c',
    'protocol.file.allow=always',
  ];
  return execFileSync('git', [...identity, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A repository in which `conf/` and `*.env` are ignored, one file of each tracked and one not. */
function repository(name: string): string {
  const folder = join(root, name);
  write(folder, {
    '.gitignore': '/conf\n*.env\n',
    'conf/deep/tracked.yaml': M,
    'a.env': M,
    'app/x.env': M,
    'app/x.py': M,
  });
  git(root, 'init', '-q', name);
  git(folder, 'add', '-f', '.');
  git(folder, 'commit', '-q', '-m', 'one');
  write(folder, { 'conf/deep/mine.yaml': M, 'conf/other/mine.yaml': M, 'conf/mine.yaml': M, 'b.env': M });
  return folder;
}

function auditFolder(folder: string, ignoresAbove: readonly IgnoreFileAbove[] = []): Promise<AuditResult> {
  return audit({ folders: [{ name: 'root', source: diskFiles(folder), ignoresAbove }] }, memoryHost);
}

function foundIn(result: AuditResult): readonly string[] {
  return result.references.map(({ path }) => path);
}

/** What is not on disk, with the reason. */
function unreadIn(result: AuditResult): Readonly<Record<string, string>> {
  const reasons = Object.entries(skippedOf(result));
  return Object.fromEntries(reasons.filter(([, reason]) => reason === 'submodule' || reason === 'sparse'));
}

const TRACKED = ['a.env', 'app/x.env', 'app/x.py', 'conf/deep/tracked.yaml'];

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'mll-tracked-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('what git tracks', () => {
  it('is read where .gitignore matches it; what lies beside it is not', async () => {
    const result = await auditFolder(repository('own'));
    expect(foundIn(result)).toEqual(TRACKED);
    expect(result.stats.complete).toBe(true);
    expect(skippedOf(result)).toMatchObject({
      'b.env': 'ignored',
      'conf/mine.yaml': 'ignored',
      'conf/other/': 'ignored',
      'conf/deep/mine.yaml': 'ignored',
    });
  });

  it('is read from a folder of the work tree', async () => {
    const folder = repository('own');
    const above = [{ root: 'app', text: '/conf\n*.env\n' }];
    expect(foundIn(await auditFolder(join(folder, 'app'), above))).toEqual(['x.env', 'x.py']);
    write(folder, { 'app/y.env': M });
    expect(foundIn(await auditFolder(join(folder, 'app'), above))).toEqual(['x.env', 'x.py']);
  });

  it('is read in a linked work tree, whose index lies elsewhere', async () => {
    git(repository('own'), 'worktree', 'add', '-q', '../linked', '-b', 'other');
    write(join(root, 'linked'), { 'c.env': M });
    expect(foundIn(await auditFolder(join(root, 'linked')))).toEqual(TRACKED);
  });

  it('is read in a submodule, also one in a folder that is ignored', async () => {
    const inner = repository('inner');
    const outer = join(root, 'outer');
    write(outer, { '.gitignore': '/lib\n' });
    git(root, 'init', '-q', 'outer');
    git(outer, 'submodule', '--quiet', 'add', '-f', inner, 'lib/inner');
    write(outer, { 'lib/inner/c.env': M, 'lib/own.py': M });
    expect(foundIn(await auditFolder(outer))).toEqual(TRACKED.map((path) => `lib/inner/${path}`));
    expect(foundIn(await auditFolder(join(outer, 'lib/inner')))).toEqual(TRACKED);
  });

  it('is read of a split and of a sparse index', async () => {
    const folder = repository('own');
    git(folder, 'update-index', '--split-index');
    write(folder, { 'c.env': M });
    git(folder, 'add', '-f', 'c.env');
    expect(foundIn(await auditFolder(folder))).toEqual([
      'a.env',
      'app/x.env',
      'app/x.py',
      'c.env',
      TRACKED[3],
    ]);
    git(folder, 'update-index', '--no-split-index');
    git(folder, 'rm', '-q', '--cached', 'c.env');
    git(folder, 'sparse-checkout', 'set', '--cone', '--sparse-index', 'conf');
    expect(foundIn(await auditFolder(folder))).toEqual(['a.env', 'conf/deep/tracked.yaml']);
  });

  it('is everything in a commit', async () => {
    const folder = repository('own');
    const source = await gitFiles(folder, 'HEAD');
    const result = await audit({ folders: [{ name: 'root', source }] }, memoryHost);
    source.close();
    expect(foundIn(result)).toEqual(TRACKED);
  });

  it('is nothing before the first file is added, and outside of a work tree', async () => {
    write(root, { '.gitignore': '*.env\n', 'a.env': M });
    expect(foundIn(await auditFolder(root))).toEqual([]);
    git(root, 'init', '-q');
    const result = await auditFolder(root);
    expect(foundIn(result)).toEqual([]);
    expect(result.stats.complete).toBe(true);
  });
});

describe('what git tracks and is not on disk', () => {
  it('is told as unread where it is a submodule that is not checked out, and not of the code of others', async () => {
    const inner = repository('inner');
    const outer = join(root, 'outer');
    git(root, 'init', '-q', 'outer');
    for (const at of ['libs/det', 'third_party/it', 'libs/out'])
      git(outer, 'submodule', '--quiet', 'add', inner, at);
    git(outer, 'commit', '-q', '-m', 'one');
    expect((await auditFolder(outer)).stats.complete).toBe(true);
    git(root, 'clone', '-q', 'outer', 'clone');
    const clone = join(root, 'clone');
    write(clone, { '.model-policy.yaml': 'version: 1\nignore: { paths: [libs/out] }\n' });
    const result = await auditFolder(clone);
    expect(result.stats.complete).toBe(false);
    expect(unreadIn(result)).toEqual({ 'libs/det/': 'submodule' });
    execFileSync('rm', ['-r', join(clone, 'libs')]);
    expect(unreadIn(await auditFolder(clone))).toEqual({ 'libs/det/': 'submodule' });
    expect(unreadIn(await auditFolder(join(clone, 'third_party')))).toEqual({ 'it/': 'submodule' });
  });

  it.each(['--sparse-index', '--no-sparse-index'])(
    'is told as unread in a sparse checkout with %s',
    async (kind) => {
      const folder = repository('own');
      write(folder, { 'k8s/deep/a.yaml': M, 'k8s/b.yaml': M, 'conf/in/c.yaml': M });
      git(folder, 'add', '-f', 'k8s', 'conf/in');
      git(folder, 'commit', '-q', '-m', 'two');
      git(folder, 'sparse-checkout', 'set', '--cone', kind, 'conf/deep');
      const result = await auditFolder(folder);
      expect(result.stats.complete).toBe(false);
      expect(unreadIn(result)).toEqual({ 'app/': 'sparse', 'conf/in/': 'sparse', 'k8s/': 'sparse' });
      const conf = await auditFolder(join(folder, 'conf'));
      expect(unreadIn(conf)).toEqual({ 'in/': 'sparse' });
    },
  );

  it('matters only where it would be read', async () => {
    const folder = repository('own');
    const sparse = { 'img/a.png': '', 'third_party/x.py': M, 'node_modules/y.py': M, 'off/z.py': M };
    write(folder, { ...sparse, '.model-policy.yaml': 'version: 1\nignore: { paths: [off] }\n' });
    git(folder, 'add', '-f', '.');
    git(folder, 'commit', '-q', '-m', 'two');
    git(
      folder,
      'sparse-checkout',
      'set',
      '--no-cone',
      '/*',
      ...Object.keys(sparse).map((path) => `!/${path}`),
    );
    const result = await auditFolder(folder);
    expect(unreadIn(result)).toEqual({});
    expect(result.stats.complete).toBe(true);
    git(folder, 'sparse-checkout', 'add', '!/app/x.py');
    expect(unreadIn(await auditFolder(folder))).toEqual({ 'app/x.py': 'sparse' });
  });

  it('is no matter where somebody took it away', async () => {
    const folder = repository('own');
    rmSync(join(folder, 'app/x.py'));
    expect((await auditFolder(folder)).stats.complete).toBe(true);
  });
});

describe('an index that cannot be read', () => {
  it('leaves the audit incomplete and is told once, where something is ignored', async () => {
    const folder = repository('own');
    write(folder, { '.git/index': 'DIRC' });
    const result = await auditFolder(folder);
    expect(foundIn(result)).toEqual(['app/x.py']);
    expect(result.stats.complete).toBe(false);
    expect(result.stats.filesSkipped.filter(({ reason }) => reason === 'git-index')).toHaveLength(1);
    write(folder, { '.gitignore': '' });
    expect((await auditFolder(folder)).stats.complete).toBe(true);
  });

  it('still counts with what it names where only the shared part is missing', async () => {
    const folder = repository('own');
    git(folder, 'update-index', '--split-index');
    write(folder, { 'c.env': M });
    git(folder, 'add', '-f', 'c.env');
    execFileSync('sh', ['-c', 'rm .git/sharedindex.*'], { cwd: folder });
    const result = await auditFolder(folder);
    expect(foundIn(result)).toEqual(['app/x.py', 'c.env']);
    expect(result.stats.complete).toBe(false);
  });

  it('is not looked for on a server, nor where a .git file leads nowhere', async () => {
    const asked: string[] = [];
    const source = (link: string) => ({
      ...memoryFiles({ '.gitignore': '*.env\n', 'a.env': M }),
      git: {
        above: [],
        read: (path: string) => {
          asked.push(path);
          return Promise.resolve(path === '.git' ? new TextEncoder().encode(`gitdir: ${link}\n`) : undefined);
        },
      },
    });
    expect(await trackedFiles(source('//server/share/.git'), '', decode)).toBeUndefined();
    expect(await trackedFiles(source('\\\\server\\share\\.git'), '', decode)).toBeUndefined();
    expect(asked.filter((path) => path.includes('server'))).toEqual([]);
    expect((await trackedFiles(source('../gone'), '', decode))?.has('a.env')).toBe(false);
    expect(asked).toContain('../gone/index');
  });
});
