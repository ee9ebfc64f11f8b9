import { describe, expect, it } from 'vitest';
import type { ModelRecord } from '../../../src/core/catalog/records';
import { createLookup } from '../../../src/core/lookup/lookup';
import { basesOf } from '../../../src/core/lookup/bases';
import type { Model } from '../../../src/core/model';
import { MODELS, modelRecord, testCatalog } from '../../support/catalog';

const LLAMA = 'meta-llama/Llama-3.1-8B-Instruct';
const madeFrom = (
  model: string,
  relation: 'finetune' | 'quantized' | 'distilled' = 'finetune',
): Pick<ModelRecord, 'lineage'> => ({ lineage: [{ model, relation }] });
const byName: Pick<ModelRecord, 'sources'> = {
  sources: [{ source: 'by-name', date: '2026-11-24', facts: ['lineage'], confidence: 'low' }],
};
const catalog = testCatalog([
  ...MODELS,
  modelRecord('a/relabelled', { license: 'mit', ...madeFrom(LLAMA) }),
  modelRecord('a/silent', madeFrom(LLAMA)),
  modelRecord('a/taught', { license: 'apache-2.0', ...madeFrom(LLAMA, 'distilled') }),
  modelRecord('a/by-its-name', { license: 'mit', ...madeFrom(LLAMA), ...byName }),
  modelRecord('meta-llama/Llama-9', { license: 'llama3.3', publisher: 'meta', ...madeFrom(LLAMA) }),
  modelRecord('b/of-relabelled', { license: 'apache-2.0', ...madeFrom('a/relabelled') }),
  modelRecord('b/of-silent', { license: 'apache-2.0', ...madeFrom('a/silent') }),
  modelRecord('b/of-taught', { license: 'apache-2.0', ...madeFrom('a/taught') }),
  modelRecord('b/of-by-its-name', { license: 'apache-2.0', ...madeFrom('a/by-its-name') }),
  modelRecord('b/of-llama-9', { license: 'llama3.3', ...madeFrom('meta-llama/Llama-9') }),
  modelRecord('b/llama-9-GGUF', { license: 'llama3.3', copyOf: 'meta-llama/Llama-9' }),
  modelRecord('b/relabelled-GGUF', { license: 'mit', copyOf: 'a/relabelled' }),
  modelRecord('c/of-of-relabelled', { license: 'apache-2.0', ...madeFrom('b/of-relabelled', 'quantized') }),
  modelRecord('c/in-a-circle', { license: 'apache-2.0', ...madeFrom('d/in-a-circle') }),
  modelRecord('d/in-a-circle', { license: 'mit', ...madeFrom('c/in-a-circle') }),
]);

function known(id: string): Model {
  const model = createLookup(catalog).find(id);
  if (model === undefined) throw new Error(`${id} is not known`);
  return model;
}

describe('terms of what a base was made from', () => {
  it.each([
    ['a base whose label leaves them out', 'b/of-relabelled', 'llama3.1'],
    ['a base that states no license', 'b/of-silent', 'llama3.1'],
    ['two bases that leave them out', 'c/of-of-relabelled', 'llama3.1'],
    ['what it is a copy of, which leaves them out', 'b/relabelled-GGUF', 'llama3.1'],
  ])('reach through %s', (_, id, license) => {
    expect(known(id).license.effective?.key).toBe(license);
  });

  it.each([
    ['outputs only were learnt from', 'b/of-taught', 'apache-2.0'],
    ['the base is told by its name alone', 'b/of-by-its-name', 'apache-2.0'],
    ['their publisher has put the base under other terms', 'b/of-llama-9', 'llama3.3'],
    ['their publisher has put what it is a copy of under other terms', 'b/llama-9-GGUF', 'llama3.3'],
    ['models name each other as bases', 'c/in-a-circle', 'apache-2.0'],
  ])('do not where %s', (_, id, license) => {
    expect(known(id).license.effective?.key).toBe(license);
  });

  it('come with the model they are from, which the lineage shown does not name again', () => {
    const model = known('b/of-relabelled');
    expect(model.lineage.map((base) => base.model)).toEqual(['a/relabelled']);
    expect(basesOf(catalog, model).map((base) => base.model)).toEqual(['a/relabelled', LLAMA]);
  });
});
