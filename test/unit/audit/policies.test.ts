import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit';
import { AuditMemory } from '../../../src/core/audit/memory';
import { render } from '../../../src/core/message';
import type { AuditResult } from '../../../src/core/audit/result';
import { auditTree, markerEngine, memoryFiles, memoryHost, placesOf, skippedOf, type Tree } from './memory';

const STRICT = 'version: 1\nlicenses: { unknown: error }\n';

const severe = ({ findings }: AuditResult): string[] =>
  findings
    .filter(({ finding }) => finding.severity === 'error')
    .map(({ path, span, finding }) => `${path}:${span.line} ${finding.rule}`);

describe('policies', () => {
  it('govern their folder and what lies beneath, up to the next one', async () => {
    const result = await auditTree({
      '.model-policy.yaml': STRICT,
      'a.py': 'model:x',
      'sub/b.py': 'model:x',
      'free/.model-policy.yaml': 'version: 1\n',
      'free/c.py': 'model:x',
    });
    expect(severe(result)).toEqual(['a.py:1 license/unknown', 'sub/b.py:1 license/unknown']);
    expect(result.policies.map(({ path, governsRoot }) => [path, governsRoot])).toEqual([
      ['.model-policy.yaml', true],
      ['free/.model-policy.yaml', false],
    ]);
  });

  it('say what they leave out of the policy that they replace', async () => {
    const result = await auditTree({
      '.model-policy.yaml': STRICT,
      'free/.model-policy.yaml': 'version: 1\n',
      'free/deep/.model-policy.yaml': 'version: 1\n',
      'kept/.model-policy.yaml': 'version: 1\nextends: ../.model-policy.yaml\n',
    });
    const found = result.findings.map(({ path, span, finding }) => [
      `${path}:${span.line} ${finding.rule} ${finding.severity}`,
      render(finding.message),
    ]);
    expect(found).toEqual([
      [
        'free/.model-policy.yaml:1 policy/not-inherited information',
        'This policy replaces .model-policy.yaml in its folder and leaves out: licenses.unknown error',
      ],
    ]);
  });

  it('leave out paths relative to where they stand', async () => {
    const result = await auditTree({
      'a/.model-policy.yaml': 'version: 1\nignore: { paths: ["old/**", "*.txt"] }\n',
      'a/old/x.py': 'model:x',
      'a/n.txt': 'model:x',
      'a/x.py': 'model:x',
      'old/y.py': 'model:x',
    });
    expect(placesOf(result)).toEqual(['a/x.py:1:7 x', 'old/y.py:1:7 x']);
    expect(skippedOf(result)).toMatchObject({ 'a/old/': 'policy', 'a/n.txt': 'policy' });
  });

  it('that are broken judge nothing, and say so at their line', async () => {
    const result = await auditTree({ '.model-policy.yaml': 'version: 1\nlicences: {}\n', 'a.py': 'model:x' });
    expect(result.policies[0]?.policy).toBeUndefined();
    expect(severe(result)).toEqual(['.model-policy.yaml:2 policy/invalid']);
  });

  it.each([
    ['at the root', { '.model-policy.yaml': 'version: 2\n' }, {}],
    ['further down', { 'd/.model-policy.yaml': 'version: 2\n' }, {}],
    ['named', {}, { policyOverride: { path: 'p.yaml', text: 'version: 2\n' } }],
    ['unreadable', {}, { policyOverride: { path: 'p.yaml', failure: 'unreadable' } as const }],
  ])(
    'that are broken stop the audit before a file is read, where that is asked for: %s',
    async (_, tree, more) => {
      const files = memoryFiles({ ...tree, 'a.py': 'model:x', 'd/b.py': 'model:x' });
      const read: string[] = [];
      const source = { ...files, read: (path: string) => (read.push(path), files.read(path)) };
      const options = { folders: [{ name: 'r', source }], stopAtBrokenPolicy: true, ...more };
      const result = await audit(options, memoryHost);
      expect(read).toEqual(Object.keys(tree));
      expect(result).toMatchObject({ stats: { complete: false, filesScanned: 0 } });
      expect(result.policies.flatMap(({ problems }) => problems).length).toBe(1);
    },
  );

  it('that are named almost right are told, and do not count', async () => {
    const tree: Tree = { 'd/.model-policy.yml': STRICT, '.Model-Policy.yaml': STRICT, 'd/a.py': 'model:x' };
    const { findings } = await auditTree(tree);
    expect(findings.map(({ path, finding }) => `${path} ${finding.rule} ${finding.severity}`)).toEqual([
      '.Model-Policy.yaml policy/invalid warning',
      'd/.model-policy.yml policy/invalid warning',
    ]);
    const named = await auditTree(tree, { policyOverride: { path: 'strict.yaml', text: STRICT } });
    expect(named.findings.filter(({ finding }) => finding.rule === 'policy/invalid')).toEqual([]);
  });

  it('that the caller names replace those of the tree', async () => {
    const tree: Tree = { '.model-policy.yaml': 'version: 1\n', 'a.py': 'model:x' };
    expect(severe(await auditTree(tree, { policyOverride: { path: 'strict.yaml', text: STRICT } }))).toEqual([
      'a.py:1 license/unknown',
    ]);
  });

  it('above the root govern it, unless it has its own', async () => {
    const above = (tree: Tree) =>
      audit(
        {
          folders: [
            {
              name: 'r',
              source: memoryFiles(tree),
              policyAbove: { path: '../.model-policy.yaml', text: STRICT },
            },
          ],
        },
        memoryHost,
      );
    expect(severe(await above({ 'a.py': 'model:x' }))).toEqual(['a.py:1 license/unknown']);
    expect(severe(await above({ 'a.py': 'model:x', '.model-policy.yaml': 'version: 1\n' }))).toEqual([]);
  });

  it('above the root have globs that begin where they lie themselves', async () => {
    const text = `${STRICT}ignore: { paths: ["sub/gen/**", "old/**"] }\ncontexts: { paths: { "sub/t/**": test, "x/**": test } }\n`;
    const tree: Tree = {
      'gen/a.py': 'model:x',
      'old/a.py': 'model:x',
      't/a.py': 'model:x',
      'x/a.py': 'model:x',
    };
    const policyAbove = { path: '../.model-policy.yaml', down: 'sub', text };
    const folder = { name: 'sub', source: memoryFiles(tree), policyAbove };
    expect(severe(await audit({ folders: [folder] }, memoryHost))).toEqual([
      'old/a.py:1 license/unknown',
      'x/a.py:1 license/unknown',
    ]);
  });

  it('are told of exceptions that nothing needs, but only when all they govern was looked at', async () => {
    const tree: Tree = {
      '.model-policy.yaml': `${STRICT}exceptions:\n  - { model: x, rules: [license/unknown], reason: r }\n  - { model: nothing, rules: [license/unknown], reason: r }\nduties: [{ model: gone, done: register, how: h }]\ndescribe:\n  Y: { base: b }\n  b: { license: mit }\n  ./models/gone: { license: mit }\n`,
      'a.py': 'model:x',
      'b.py': 'model:y',
    };
    const unused = ({ findings }: AuditResult): string[] =>
      findings
        .filter(({ finding }) => finding.rule === 'policy/unused-exception')
        .map(({ span, finding }) => `${span.line} ${render(finding.message)}`);
    expect(unused(await auditTree(tree))).toEqual([
      '5 The exception for nothing has no effect',
      '6 `duties` states for gone what no license asks of this use: register',
      '10 What `describe` states of ./models/gone has no effect: nothing names it',
    ]);
    const part = await audit(
      { folders: [{ name: 'r', source: memoryFiles(tree), include: ['b.py'] }] },
      memoryHost,
    );
    expect(unused(part)).toEqual([]);
  });
});

describe('memory', () => {
  function counting() {
    const engine = markerEngine();
    const searched: string[] = [];
    return {
      searched,
      engine: {
        ...engine,
        detect: (...args: Parameters<typeof engine.detect>) => {
          searched.push(args[0].path);
          return engine.detect(...args);
        },
      },
    };
  }

  it('spares files that are unchanged, and gives the same result', async () => {
    const { engine, searched } = counting();
    const memory = new AuditMemory();
    const tree: Tree = { 'a.py': 'model:x', 'b.py': 'model:y' };
    const first = await auditTree(tree, { memory }, { engine });
    expect(await auditTree(tree, { memory }, { engine })).toEqual(first);
    expect(searched).toEqual(['a.py', 'b.py']);
    const third = await auditTree({ ...tree, 'b.py': 'model:z' }, { memory }, { engine });
    expect(searched).toEqual(['a.py', 'b.py', 'b.py']);
    expect(placesOf(third)).toEqual(['a.py:1:7 x', 'b.py:1:7 z']);
  });

  it('does not outlive what files are judged by', async () => {
    const { engine, searched } = counting();
    const memory = new AuditMemory();
    const tree: Tree = { 'a.py': 'model:x' };
    await auditTree(tree, { memory }, { engine });
    expect(
      severe(await auditTree({ ...tree, '.model-policy.yaml': STRICT }, { memory }, { engine })),
    ).toEqual(['a.py:1 license/unknown']);
    await auditTree(
      { ...tree, '.model-policy.yaml': STRICT },
      { memory },
      { engine, clock: { now: () => 86_400_000 } },
    );
    expect(searched).toEqual(['a.py', 'a.py', 'a.py']);
  });
});
