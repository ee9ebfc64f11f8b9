import { describe, expect, it } from 'vitest';
import { audit, type AuditOptions } from '../../../src/core/audit/audit';
import type { AuditResult } from '../../../src/core/audit/result';
import { createEngine } from '../../../src/core/engine';
import { render } from '../../../src/core/message';
import { TEST_CATALOG } from '../../support/catalog';
import { memoryFiles, memoryHost, type Tree } from './memory';

const POLICY = 'version: 1\nuse: { purpose: commercial, distribution: service }\n';
const LLAMA = 'model = AutoModel.from_pretrained("meta-llama/Llama-3.1-8B-Instruct")\n';
const RULE = 'obligation/attribution-missing';
const comment = (rules: string, reason = 'credited in the app'): string =>
  `# model-license-lens: ignore[${rules}] ${reason}\n`;

function run(tree: Tree, include?: readonly string[]): Promise<AuditResult> {
  const folders: AuditOptions['folders'] = [
    {
      name: 'root',
      source: memoryFiles({ '.model-policy.yaml': POLICY, ...tree }),
      ...(include && { include }),
    },
  ];
  return audit(
    { folders },
    { ...memoryHost, engine: createEngine(TEST_CATALOG, { now: () => Date.UTC(2026, 10, 24) }) },
  );
}

const found = ({ findings }: AuditResult, rule: string): readonly string[] =>
  findings
    .filter(({ finding }) => finding.rule === rule)
    .map(({ path, span, finding }) => `${path}:${span.line} ${render(finding.message)}`);

describe('ignore comments of several files', () => {
  it('are told each with its place, and one that silences nothing is not told as used', async () => {
    const result = await run({
      'b.py': comment('license/unknown') + 'model = AutoModel.from_pretrained("acme/one-7b")\n',
      'a.py': comment('license/unknown') + 'model = AutoModel.from_pretrained("acme/two-7b")\n',
      'c.py': `${comment('license/denied')}x = 1\n`,
      'd.py': 'x = 1\n',
    });
    expect(result.ignores.map(({ path, rules, models }) => [path, rules, models])).toEqual([
      ['a.py', ['license/unknown'], ['acme/two-7b']],
      ['b.py', ['license/unknown'], ['acme/one-7b']],
    ]);
    expect(found(result, 'policy/unused-ignore').map((one) => one.split(':')[0])).toEqual(['c.py']);
  });
});

describe('an ignore comment for a rule of the whole workspace', () => {
  it('silences what is reported on its line, and is told of in the result', async () => {
    expect(found(await run({ 'a.py': LLAMA }), RULE).length).toBeGreaterThan(0);
    const result = await run({ 'a.py': comment(RULE) + LLAMA });
    expect(found(result, RULE)).toEqual([]);
    expect(found(result, 'policy/unused-ignore')).toEqual([]);
    expect(result.ignores).toEqual([
      expect.objectContaining({
        path: 'a.py',
        rules: [RULE],
        models: ['meta-llama/Llama-3.1-8B-Instruct'],
        reason: 'credited in the app',
        lines: [1, 2],
      }),
    ]);
  });

  it('has no effect without a reason, on another line, or for another rule', async () => {
    for (const text of [
      comment(RULE, '') + LLAMA,
      `${comment(RULE)}\n${LLAMA}`,
      comment('obligation/license-copy-missing') + LLAMA,
    ]) {
      expect(found(await run({ 'a.py': text }), RULE).length).toBeGreaterThan(0);
    }
  });

  it('is called unused once all was looked at, and not before', async () => {
    const tree: Tree = { 'a.py': `${comment(RULE)}x = 1\n`, 'b.py': 'x = 1\n' };
    expect(found(await run(tree), 'policy/unused-ignore')).toEqual([
      `a.py:1 Nothing is found by ${RULE} here, so this comment has no effect`,
    ]);
    expect(found(await run(tree, ['a.py']), 'policy/unused-ignore')).toEqual([]);
  });
});

it('the result tells of a comment only those rules that had found something', async () => {
  const result = await run({
    'a.py': comment(`license/use-policy, license/denied`, 'read and kept to') + LLAMA,
  });
  expect(result.ignores.map(({ rules }) => rules)).toEqual([['license/use-policy']]);
});
