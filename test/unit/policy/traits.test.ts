import { describe, expect, it } from 'vitest';
import type { ModelRecord } from '../../../src/core/catalog/records';
import { createLookup } from '../../../src/core/lookup/lookup';
import { traitsOf, useOf } from '../../../src/core/policy/traits';
import { modelRecord, testCatalog } from '../../support/catalog';
import { policy } from './support';

/** What a limit of Llama 3.2's license asks of the first of some models. */
function traits(models: readonly ModelRecord[], license = 'llama3.2'): ReturnType<typeof traitsOf> {
  const catalog = testCatalog(models);
  const model = createLookup(catalog).find(models[0]!.id, 'huggingface');
  return traitsOf(model, catalog.license(license)!, catalog);
}

const from = (model: string): Pick<ModelRecord, 'lineage'> => ({
  lineage: [{ model, relation: 'finetune' }],
});

describe('what limits ask of a model', () => {
  it('is not known of a model that nobody knows', () => {
    const catalog = testCatalog([]);
    expect(traitsOf(undefined, catalog.license('llama3.2')!, catalog)).toEqual({
      multimodal: null,
      parameters: null,
    });
  });

  it('is stated, or follows from a task that takes text alone', () => {
    expect(traits([modelRecord('a/a', { multimodal: true, task: 'text-generation' })]).multimodal).toBe(true);
    expect(traits([modelRecord('a/a', { multimodal: false, task: 'image-text-to-text' })]).multimodal).toBe(
      false,
    );
    expect(traits([modelRecord('a/a', { task: 'text-generation' })]).multimodal).toBe(false);
    expect(traits([modelRecord('a/a', { task: 'image-text-to-text' })]).multimodal).toBeNull();
    expect(traits([modelRecord('a/a')]).multimodal).toBeNull();
    expect(traits([modelRecord('a/a', { parameters: 7 })]).parameters).toBe(7);
  });

  it('is asked of the models that came under the license, not of what was made from them', () => {
    const vision = modelRecord('m/vision', { multimodal: true, license: 'llama3.2' });
    const text = modelRecord('m/text', { multimodal: false, license: 'llama3.2' });
    const other = modelRecord('m/other', { multimodal: true, license: 'mit' });
    const own = { multimodal: false, license: 'llama3.2' };
    expect(traits([modelRecord('a/a', { ...own, ...from('m/vision') }), vision]).multimodal).toBe(true);
    expect(
      traits([modelRecord('a/a', { multimodal: true, license: 'llama3.2', ...from('m/text') }), text])
        .multimodal,
    ).toBe(false);
    expect(traits([modelRecord('a/a', { ...own, ...from('m/other') }), other]).multimodal).toBe(false);
    expect(traits([modelRecord('a/a', { ...own, ...from('m/nobody') })]).multimodal).toBe(false);
  });

  it('goes through what stands between, to the root', () => {
    const vision = modelRecord('m/vision', { multimodal: true, license: 'llama3.2' });
    const between = modelRecord('b/b', { multimodal: false, license: 'llama3.2', ...from('m/vision') });
    expect(
      traits([modelRecord('a/a', { multimodal: false, ...from('b/b') }), between, vision]).multimodal,
    ).toBe(true);
  });

  it('is open where one of several originals is not known, unless another takes more than text', () => {
    const text = modelRecord('m/text', { multimodal: false, license: 'llama3.2' });
    const silent = modelRecord('m/silent', { license: 'llama3.2' });
    const vision = modelRecord('m/vision', { multimodal: true, license: 'llama3.2' });
    const both = (...others: readonly ModelRecord[]): ModelRecord =>
      modelRecord('a/a', {
        multimodal: false,
        lineage: others.map(({ id }) => ({ model: id, relation: 'merge' })),
      });
    expect(traits([both(text, silent), text, silent]).multimodal).toBeNull();
    expect(traits([both(silent, vision), silent, vision]).multimodal).toBe(true);
  });

  it('ends in a lineage that leads back to itself', () => {
    const a = modelRecord('a/a', { multimodal: false, license: 'llama3.2', ...from('b/b') });
    const b = modelRecord('b/b', { multimodal: true, license: 'llama3.2', ...from('a/a') });
    expect([true, false, null]).toContain(traits([a, b]).multimodal);
  });
});

it('a policy that says nothing of the use, and none, state nothing', () => {
  const nothing = {
    purpose: null,
    distribution: null,
    regions: [],
    monthlyActiveUsers: null,
    annualRevenueUsd: null,
    trainsOnOutputs: null,
  };
  expect(useOf(undefined)).toEqual(nothing);
  expect(useOf(policy('use: { purpose: commercial }')).purpose).toBe('commercial');
});
