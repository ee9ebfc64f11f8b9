import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../../src/core/audit/result';
import type { FileSource } from '../../../src/core/ports';
import { auditTree, memoryFiles, placesOf, skippedOf, type Tree } from './memory';

function named(
  tree: Tree,
  include: readonly string[],
  source: FileSource = memoryFiles(tree),
): Promise<AuditResult> {
  return auditTree(tree, { folders: [{ name: 'root', source, include }] });
}

describe('what somebody names', () => {
  it('is searched where it would be left out by its name, as a file and in a folder', async () => {
    const tree = {
      'package-lock.json': '"model:one"',
      'web/node_modules/lib/a.py': 'model:two',
      'web/node_modules/lib/deep/b.py': 'model:three',
      'web/vendor/c.py': 'model:four',
    };
    expect(placesOf(await auditTree(tree))).toEqual([]);
    const file = await named(tree, ['package-lock.json']);
    expect(placesOf(file)).toEqual(['package-lock.json:1:8 one']);
    expect(file.stats).toMatchObject({ complete: true, filesSkipped: [] });
    const folder = await named(tree, ['web/node_modules/lib']);
    expect(placesOf(folder)).toEqual([
      'web/node_modules/lib/a.py:1:7 two',
      'web/node_modules/lib/deep/b.py:1:7 three',
    ]);
    expect(folder.stats.filesSkipped).toEqual([]);
    expect(placesOf(await named(tree, ['web/vendor']))).toEqual(['web/vendor/c.py:1:7 four']);
  });

  it('is searched in a folder that .gitignore matches', async () => {
    const tree = { '.gitignore': 'out/', 'out/a.py': 'model:one', 'out/in/b.py': 'model:two' };
    expect(skippedOf(await auditTree(tree))).toEqual({ 'out/': 'ignored' });
    expect(placesOf(await named(tree, ['out/a.py']))).toEqual(['out/a.py:1:7 one']);
  });

  it('leaves the audit incomplete where it is no file, and not where it is read as a policy', async () => {
    const tree = { 'a.py': 'model:one', 'b.py@': 'model:two', '.model-policy.yaml': 'version: 1\n' };
    const all = await auditTree(tree);
    expect(skippedOf(all)).toEqual({ 'b.py@': 'link', '.model-policy.yaml': 'policy-file' });
    expect(all.stats.complete).toBe(true);
    const link = await named(tree, ['b.py@']);
    expect(skippedOf(link)).toEqual({ 'b.py@': 'link' });
    expect(link.stats.complete).toBe(false);
    expect((await named(tree, ['.model-policy.yaml'])).stats.complete).toBe(true);
  });
});

it('what is neither file, folder nor link is told as such', async () => {
  const tree = { 'a.py': 'model:one', pipe: '' };
  const files = memoryFiles(tree);
  const source: FileSource = {
    ...files,
    list: async (folder) =>
      (await files.list(folder)).map((entry) =>
        entry.path === 'pipe' ? { ...entry, kind: 'other' } : entry,
      ),
  };
  const result = await auditTree(tree, { folders: [{ name: 'root', source }] });
  expect(skippedOf(result)).toEqual({ pipe: 'not-a-file' });
  expect(placesOf(result)).toEqual(['a.py:1:7 one']);
});
