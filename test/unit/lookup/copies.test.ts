import { describe, expect, it } from 'vitest';
import { describeModel } from '../../../src/core/lookup/describeModel';
import { licenseText } from '../../../src/core/report/modelText';
import { modelRecord, testCatalog } from '../../support/catalog';

const MODELS = [
  modelRecord('meta-llama/Llama-3.1-8B', { license: 'llama3.1' }),
  modelRecord('acme/distilled', {
    license: 'mit',
    lineage: [{ model: 'meta-llama/Llama-3.1-8B', relation: 'finetune' }],
  }),
  modelRecord('packer/distilled-GGUF', { license: null, copyOf: 'acme/distilled' }),
  modelRecord('packer/distilled-AWQ', { license: 'none-stated', copyOf: 'packer/distilled-GGUF' }),
  modelRecord('packer/round', { license: null, copyOf: 'packer/around' }),
  modelRecord('packer/around', { license: null, copyOf: 'packer/round' }),
];
const catalog = testCatalog(MODELS);
const of = (id: string) => {
  const found = catalog.resolve(id, 'huggingface');
  if (found === undefined) throw new Error(id);
  return describeModel(catalog, found);
};

describe('a re-packed copy without a license of its own', () => {
  it('stands under the terms that reach its original, not under the label alone', () => {
    expect(of('packer/distilled-GGUF')).toMatchObject({
      license: { declared: null, effective: { key: 'llama3.1' } },
      lineage: [
        { model: 'acme/distilled', relation: 'quantized' },
        { model: 'meta-llama/Llama-3.1-8B', relation: 'finetune' },
      ],
    });
  });

  it('does so as a copy of a copy too', () => {
    expect(of('packer/distilled-AWQ').license).toMatchObject({
      declared: { key: 'none-stated' },
      effective: { key: 'llama3.1' },
    });
  });

  it('shows in a report what is in effect', () => {
    expect(licenseText(of('packer/distilled-GGUF'))).toBe('unknown (in effect llama3.1)');
    expect(licenseText(of('packer/distilled-AWQ'))).toBe('none stated (in effect llama3.1)');
  });

  it('ends where copies go in a circle', () => {
    expect(of('packer/round').license.effective).toBeNull();
  });
});
