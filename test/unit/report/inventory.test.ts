import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { minimumElements } from '../../../src/core/report/inventory';

const demo = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../contract/golden/demo.cdx.json'), 'utf8'),
) as object;
const stateOf = (bom: object, name: string) => minimumElements(bom).find((element) => element.name === name);

describe('the minimum elements of an SBOM for AI', () => {
  it('are 50, in seven clusters, each with a number of its own', () => {
    const elements = minimumElements({});
    expect(elements).toHaveLength(50);
    expect(new Set(elements.map(({ id }) => id)).size).toBe(50);
    expect(new Set(elements.map(({ cluster }) => cluster)).size).toBe(7);
  });

  it('are not filled by a file that says nothing', () => {
    expect(minimumElements({}).filter(({ state }) => state === 'filled')).toEqual([]);
  });

  it('are filled by the demo where sources tell them, and the number does not fall', () => {
    const filled = minimumElements(demo).filter(({ state }) => state === 'filled');
    expect(filled.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'SBOM generation context',
        'SBOM dependency relationship',
        'System components',
        'System data flow',
        'Model timestamp',
        'Model training properties',
        'Model license',
      ]),
    );
    expect(filled.length).toBeGreaterThanOrEqual(19);
  });

  it('of models say how many models have them', () => {
    const bom = {
      components: [
        { type: 'machine-learning-model', name: 'a', supplier: { name: 'x' } },
        { type: 'machine-learning-model', name: 'b' },
        { type: 'library', name: 'c', supplier: { name: 'x' } },
      ],
    };
    expect(stateOf(bom, 'Model producer')).toMatchObject({ state: 'filled', covered: { of: 2, have: 1 } });
    expect(stateOf(bom, 'Model hash value')).toMatchObject({ state: 'by-hand' });
    expect(stateOf(bom, 'Security controls')).toMatchObject({ state: 'not-assessed' });
  });

  it('are not filled by a property that says that nothing is known', () => {
    const properties = [{ name: 'model-license-lens:openness', value: 'unknown' }];
    const bom = { components: [{ type: 'machine-learning-model', name: 'a', properties }] };
    expect(stateOf(bom, 'Model properties')?.state).toBe('by-hand');
  });
});
