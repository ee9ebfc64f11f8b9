import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/core/engine';
import { createClaimStore } from '../../../src/core/lookup/claim';
import { render } from '../../../src/core/message';
import { TEST_CATALOG } from '../../support/catalog';
import { auditTree, markerEngine, placesOf, skippedOf, type Tree } from './memory';

const GOOD = 'model = AutoModel.from_pretrained("Qwen/Qwen3-8B")\n';
const claims = createClaimStore();
const host = { engine: createEngine(TEST_CATALOG, { now: () => 0 }, claims), weights: { claims } };
const notebook = (levels: number): string => `{"cells":${'{"a":'.repeat(levels)}1`;

describe('a hostile file', () => {
  it.each<[string, Tree, readonly string[]]>([
    ['a notebook nested too deep', { 'x.ipynb': notebook(3_500) }, ['x.ipynb']],
    ['a manifest nested too deep', { 'package.json': '{"a":'.repeat(100_000) }, ['package.json']],
    ['2,000 fences within each other', { 'x.md': '```markdown\n'.repeat(2_000) }, []],
    [
      'model cards nested too deep',
      Object.fromEntries(
        ['a', 'b', 'c'].flatMap((folder) => [
          [`${folder}/README.md`, `---\n${'? '.repeat(5_000)}\n---\n`],
          [`${folder}/model.safetensors`, 'x'],
        ]),
      ),
      [],
    ],
  ])('that is %s leaves the others judged', async (_, tree, unread) => {
    const result = await auditTree({ ...tree, 'good.py': GOOD }, {}, host);
    expect(placesOf(result)).toContain('good.py:1:36 Qwen/Qwen3-8B');
    const listed = [...result.stats.filesSkipped, ...result.stats.filesPartlyRead].map(
      ({ path, message }) => `${path}: ${render(message)}`,
    );
    for (const path of unread)
      expect(listed.join('\n')).toMatch(new RegExp(`^${path}: .*nested more than 200 levels deep`, 'm'));
    expect(result.stats.complete).toBe(unread.length === 0);
  });

  it('that is a policy nested too deep is told where it is, however many there are', async () => {
    const result = await auditTree(
      {
        ...Object.fromEntries(
          ['[', '{', '- ', '? '].map((unit, index) => [`${index}/.model-policy.yaml`, unit.repeat(2_000)]),
        ),
        'good.py': GOOD,
      },
      {},
      host,
    );
    expect(placesOf(result)).toEqual(['good.py:1:36 Qwen/Qwen3-8B']);
    const told = result.findings.filter(({ finding }) => finding.rule === 'policy/invalid');
    expect(told.map(({ path }) => path)).toEqual([0, 1, 2, 3].map((index) => `${index}/.model-policy.yaml`));
    for (const { finding } of told)
      expect(render(finding.message)).toMatch(/^Nested more than 20 levels deep; take/);
  });

  it('on which the work fails is listed once, and the audit is not complete', async () => {
    const engine = markerEngine();
    const result = await auditTree(
      { 'a.py': 'model:one', 'package.json': '{}', 'z.py': 'model:two' },
      {},
      {
        engine: {
          ...engine,
          detect: (source, project) => {
            if (source.path === 'a.py') throw new RangeError('Maximum call stack size exceeded');
            return engine.detect(source, project);
          },
        },
      },
    );
    expect(placesOf(result)).toEqual(['z.py:1:7 two']);
    expect(skippedOf(result)).toEqual({ 'a.py': 'failed' });
    expect(result.stats).toMatchObject({ complete: false, filesScanned: 2 });
  });
});
