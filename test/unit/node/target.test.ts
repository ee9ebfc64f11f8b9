import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { surroundingsOf, targetOf } from '../../../src/node/target';

const root = mkdtempSync(join(tmpdir(), 'mll-target-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
for (const path of [
  'repo/.git/HEAD',
  'repo/.gitignore',
  'repo/.model-policy.yaml',
  'repo/app/.gitignore',
  'repo/app/src/a.py',
  'repo/lib/b.py',
  'elsewhere/c.py',
]) {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), path);
}
const repo = join(root, 'repo');

function folder(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(join(root, 'tree-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(made, path, '..'), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return made;
}

describe('what paths on a command line mean', () => {
  it.each([
    ['nothing', [], repo, []],
    ['a folder', ['app'], join(repo, 'app'), []],
    ['a folder with a slash', ['app/src/'], join(repo, 'app/src'), []],
    ['a file', ['app/src/a.py'], repo, ['app/src/a.py']],
    ['two folders', ['app', 'lib'], repo, ['app', 'lib']],
    ['the working folder and more', ['.', 'lib'], repo, []],
    ['something outside', ['../elsewhere/c.py', 'lib'], root, ['elsewhere/c.py', 'repo/lib']],
  ])('%s', (_, paths, expected, include) => {
    expect(targetOf(paths, repo)).toMatchObject({ root: expected, include, missing: [] });
  });

  it('something that is not there', () => {
    expect(targetOf(['app', 'gone'], repo).missing).toEqual(['gone']);
  });

  it('a link that leads nowhere, or to itself, is there', () => {
    const tree = folder({});
    for (const name of ['loop', 'nowhere']) {
      symlinkSync(name === 'loop' ? 'loop' : 'gone', join(tree, name));
      expect(targetOf([name], tree)).toEqual({
        root: tree,
        name: tree.slice(tree.lastIndexOf('/') + 1),
        include: [name],
        named: [name],
        missing: [],
      });
    }
  });
});

describe('what governs a folder from above', () => {
  it('is policy and ignore files up to the root of the work tree', async () => {
    const { policyAbove, ignoresAbove } = await surroundingsOf(join(repo, 'app/src'), join(repo, 'app/src'));
    expect(policyAbove).toMatchObject({
      path: '../../.model-policy.yaml',
      down: 'app/src',
      text: 'repo/.model-policy.yaml',
    });
    expect(ignoresAbove).toEqual([
      { root: 'app/src', text: 'repo/.gitignore' },
      { root: 'src', text: 'repo/app/.gitignore' },
    ]);
  });

  it('is nothing at the root of a work tree, and outside of one', async () => {
    const nothing = { ignoresAbove: [], misnamedAbove: [] };
    expect(await surroundingsOf(repo, repo)).toEqual(nothing);
    expect(await surroundingsOf(join(root, 'elsewhere'), repo)).toEqual(nothing);
  });

  it('reaches up to the working folder where there is no work tree, or one within', async () => {
    const tree = folder({
      '.model-policy.yaml': 'above',
      'sub/a.py': '',
      'module/.git': 'gitdir: x',
      'module/a.py': '',
    });
    for (const below of ['sub', 'module'])
      expect((await surroundingsOf(join(tree, below), tree)).policyAbove).toMatchObject({ text: 'above' });
    expect((await surroundingsOf(join(tree, 'sub'), join(tree, 'sub'))).policyAbove).toBeUndefined();
  });

  it.each([
    ['a link that leads nowhere', 'link', (path: string) => symlinkSync('nowhere', path)],
    ['a link to a policy', 'link', (path: string) => symlinkSync(join(repo, '.model-policy.yaml'), path)],
    ['a link to itself', 'link', (path: string) => symlinkSync('.model-policy.yaml', path)],
    ['a folder', 'not-a-file', (path: string) => mkdirSync(path)],
    ['a pipe', 'not-a-file', (path: string) => execFileSync('mkfifo', [path])],
    ['binary', 'not-text', (path: string) => writeFileSync(path, Uint8Array.of(1, 0, 2, 0, 0, 3))],
  ])('is broken, not absent, where the policy is %s', async (_, failure, make) => {
    const tree = folder({ 'sub/a.py': '' });
    make(join(tree, '.model-policy.yaml'));
    expect((await surroundingsOf(join(tree, 'sub'), tree)).policyAbove).toEqual({
      path: '../.model-policy.yaml',
      failure,
    });
  });

  it('is read in UTF-16 as well', async () => {
    const tree = folder({ 'sub/a.py': '' });
    writeFileSync(join(tree, '.model-policy.yaml'), Buffer.from('\uFEFFversion: 1\n', 'utf16le'));
    expect((await surroundingsOf(join(tree, 'sub'), tree)).policyAbove).toMatchObject({
      text: 'version: 1\n',
    });
  });

  it('does not wait for an ignore file that is a pipe', async () => {
    const tree = folder({ 'sub/a.py': '' });
    execFileSync('mkfifo', [join(tree, '.gitignore')]);
    expect((await surroundingsOf(join(tree, 'sub'), tree)).ignoresAbove).toEqual([]);
  });

  it('tells of a file that is named almost like a policy', async () => {
    const tree = folder({ '.model-policy.yml': 'version: 1\n', 'sub/a.py': '' });
    expect((await surroundingsOf(join(tree, 'sub'), tree)).misnamedAbove).toEqual(['../.model-policy.yml']);
  });
});
