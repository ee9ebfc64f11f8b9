import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
});

describe('what governs a folder from above', () => {
  it('is policy and ignore files up to the root of the work tree', () => {
    const { policyAbove, ignoresAbove } = surroundingsOf(join(repo, 'app/src'));
    expect(policyAbove).toMatchObject({ path: '../../.model-policy.yaml', text: 'repo/.model-policy.yaml' });
    expect(ignoresAbove).toEqual([
      { root: 'app/src', text: 'repo/.gitignore' },
      { root: 'src', text: 'repo/app/.gitignore' },
    ]);
  });

  it('is nothing at the root of a work tree, and outside of one', () => {
    expect(surroundingsOf(repo)).toEqual({ ignoresAbove: [] });
    expect(surroundingsOf(join(root, 'elsewhere'))).toEqual({ ignoresAbove: [] });
  });
});
