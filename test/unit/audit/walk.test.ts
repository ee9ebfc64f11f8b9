import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../../src/core/audit/result';
import type { FileSource } from '../../../src/core/ports';
import { walk, type WalkOptions, type WalkResult } from '../../../src/core/audit/walk';
import { decode } from '../../../src/node/host';
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

  it('may be what an audit of the whole leaves out as no text, or reads as something else', async () => {
    const tree = {
      'a.py': 'model:one',
      'b.py@': 'model:two',
      '.model-policy.yaml': 'version: 1\n',
      'logo.png': 'model:three',
      'fonts.dat': '\0\0\0\0',
    };
    const left = { 'b.py@': 'link', '.model-policy.yaml': 'policy-file', 'logo.png': 'binary' };
    const all = await auditTree(tree);
    expect(skippedOf(all)).toEqual({ ...left, 'fonts.dat': 'binary' });
    expect(all.stats.complete).toBe(true);
    const one = await named(tree, Object.keys(tree));
    expect(one.stats).toEqual(all.stats);
  });

  it('leaves the audit incomplete where it is code or settings that cannot be read', async () => {
    const tree = { 'a.py': 'model:one', 'b.py': '\0\0\0\0', 'c.yaml': '\0\0\0\0' };
    for (const name of ['b.py', 'c.yaml']) {
      const one = await named(tree, ['a.py', name]);
      expect(skippedOf(one)).toEqual({ [name]: 'not-utf8' });
      expect(one.stats.complete).toBe(false);
    }
  });
});

describe('a link to a file', () => {
  const targets = (tree: Tree, links: Record<string, string | null>): FileSource => {
    const files = memoryFiles(tree);
    return {
      ...files,
      list: async (folder) =>
        (await files.list(folder)).map((entry) => {
          const target = links[entry.path];
          return target === undefined ? entry : { ...entry, kind: 'link', target };
        }),
    };
  };
  const TREE = {
    'a.py': 'model:one',
    'logo.png': 'model:two',
    'vendor/lib/b.py': 'model:three',
    'node_modules/lib/c.js': 'model:four',
    'out/d.py': 'model:five',
    '.gitignore': 'out/\nlocal.py',
  };

  it.each([
    ['that is searched', 'app.py', 'a.py', 'link', true],
    ['of a dependency, whose code nobody reads', 'app.py', 'vendor/lib/b.py', 'link', true],
    ['of a dependency in a folder that is left out', 'app.js', 'node_modules/lib/c.js', 'link', true],
    ['that is left out as no text', 'app.py', 'logo.png', 'stray-link', false],
    ['that git leaves out', 'app.py', 'out/d.py', 'stray-link', false],
    ['outside', 'app.py', null, 'stray-link', false],
    ['outside, called like settings', 'deploy/values.yaml', null, 'stray-link', false],
    ['outside, called like a document', 'docs/guide.md', null, 'link', true],
    ['outside, which git leaves out itself', 'local.py', null, 'ignored', true],
  ])('%s: %s -> %s is told as %s', async (_, link, target, reason, isComplete) => {
    const tree = { ...TREE, [link]: '' };
    const result = await auditTree(tree, {
      folders: [{ name: 'root', source: targets(tree, { [link]: target }) }],
    });
    expect(skippedOf(result)[link]).toBe(reason);
    expect(result.stats.complete).toBe(isComplete);
    expect(placesOf(result)).toEqual(['a.py:1:7 one']);
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

/** Walks a tree whose folders are listed in any order, the last first. */
function walked(tree: Tree, more: Partial<WalkOptions> = {}): Promise<WalkResult> {
  const files = memoryFiles(tree);
  return walk({
    source: { ...files, list: async (folder) => [...(await files.list(folder))].reverse() },
    decode,
    signal: { canceled: false },
    include: [],
    named: [],
    excluded: () => false,
    policy: undefined,
    ignores: undefined,
    readPolicies: true,
    stopAtBrokenPolicy: false,
    onListed: () => undefined,
    breathe: () => Promise.resolve(),
    ...more,
  });
}

const pathsIn = (found: readonly { readonly path: string }[]): readonly string[] =>
  found.map(({ path }) => path);

describe('a walk', () => {
  const TREE = {
    'b.py': '',
    'a/c.py': '',
    'a/.model-policy.yaml': 'version: 1\n',
    '.model-policy.yaml': 'version: 1\n',
    'z/.model-policy.yml': 'version: 1\n',
    'a/.model-policy.yml': 'version: 1\n',
    'logo.png': '',
    'a/logo.png': '',
  };

  it('lists by path, however folders are listed', async () => {
    const found = await walked(TREE);
    expect(pathsIn(found.files)).toEqual(['a/.model-policy.yml', 'a/c.py', 'b.py', 'z/.model-policy.yml']);
    expect(pathsIn(found.skipped)).toEqual([
      '.model-policy.yaml',
      'a/.model-policy.yaml',
      'a/logo.png',
      'logo.png',
    ]);
    expect(pathsIn(found.policies)).toEqual(['.model-policy.yaml', 'a/.model-policy.yaml']);
    expect(found.misnamed).toEqual(['a/.model-policy.yml', 'z/.model-policy.yml']);
    expect(found.complete).toBe(true);
  });

  it('tells how many files it has listed, and lets the host take a turn', async () => {
    const listed: number[] = [];
    let turns = 0;
    await walked(TREE, {
      onListed: (count) => listed.push(count),
      breathe: () => Promise.resolve(void turns++),
    });
    expect(listed).toEqual([1, 4]);
    expect(turns).toBe(2);
  });

  it('ends where it is canceled, and is not complete', async () => {
    const signal = { canceled: false };
    const found = await walked(TREE, { signal, onListed: () => (signal.canceled = true) });
    expect(pathsIn(found.files)).toEqual(['b.py']);
    expect(found.complete).toBe(false);
  });

  it('ends at a policy that cannot be used where it is to, and goes on at others', async () => {
    const broken = { ...TREE, '.model-policy.yaml': 'version: 99\n' };
    const stopped = await walked(broken, { stopAtBrokenPolicy: true });
    expect(pathsIn(stopped.files)).toEqual(['b.py']);
    expect(stopped.complete).toBe(false);
    expect((await walked(broken)).complete).toBe(true);
    const whole = await walked(TREE, { stopAtBrokenPolicy: true });
    expect(whole.files).toHaveLength(4);
    expect(whole.complete).toBe(true);
  });

  it('reads no policy of the tree where the caller named one', async () => {
    const found = await walked(TREE, { readPolicies: false });
    expect([found.policies, found.misnamed]).toEqual([[], []]);
  });

  it('leaves out a folder and a file by a glob, and says so', async () => {
    const found = await walked(TREE, { excluded: (path) => path === 'a' || path === 'b.py' });
    expect(pathsIn(found.files)).toEqual(['z/.model-policy.yml']);
    expect(found.skipped.filter(({ reason }) => reason === 'excluded').map(({ path }) => path)).toEqual([
      'a/',
      'b.py',
    ]);
  });

  it('reads the documents in folders of the code of others, and what is named there', async () => {
    const tree = { 'vendor/lib/a.py': '', 'vendor/lib/b.md': '', 'vendor/vendor/c.md': '', 'd.py': '' };
    const all = await walked(tree);
    expect(pathsIn(all.files)).toEqual(['d.py', 'vendor/lib/b.md', 'vendor/vendor/c.md']);
    expect(all.skipped.map(({ path, reason }) => [path, reason])).toEqual([['vendor/', 'vendored-code']]);
    const named = await walked(tree, { include: ['vendor/lib/a.py'], named: ['vendor/lib/a.py'] });
    expect(pathsIn(named.files)).toEqual(['vendor/lib/a.py']);
    const lost = await walked(tree, { include: ['vendor/lib/x.py'], named: ['vendor/lib/x.py'] });
    expect(lost.skipped.map(({ path, reason }) => [path, reason])).toEqual([
      ['vendor/lib/x.py', 'not-found'],
    ]);
    expect(lost.complete).toBe(false);
  });
});

describe('names that cannot be told apart', () => {
  it('leave the audit incomplete: one path reads only one of them', async () => {
    const tree = { 'a\uFFFD.py': 'model:one', 'd\uFFFD/b.py': 'model:two', 'c.py': 'model:three' };
    const source = memoryFiles(tree);
    const twice: FileSource = {
      ...source,
      list: async (folder) =>
        (await source.list(folder)).flatMap((entry) =>
          /\uFFFD[^/]*$/.test(entry.path) ? [entry, entry] : [entry],
        ),
    };
    const { stats, ...found } = await named(tree, [], twice);
    expect(stats.complete).toBe(false);
    expect(stats.filesSkipped.map(({ path, reason }) => [path, reason])).toEqual([
      ['a\uFFFD.py', 'unreadable'],
      ['d\uFFFD', 'unreadable'],
    ]);
    expect(placesOf({ stats, ...found })).toEqual([
      'a\uFFFD.py:1:7 one',
      'c.py:1:7 three',
      'd\uFFFD/b.py:1:7 two',
    ]);
    const without = { ...tree, '.model-policy.yaml': 'version: 1\nignore: { paths: ["*\uFFFD*"] }\n' };
    expect((await named(without, [], { ...memoryFiles(without), list: twice.list })).stats.complete).toBe(
      false,
    );
  });
});
