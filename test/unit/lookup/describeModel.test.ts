import { describe, expect, it } from 'vitest';
import { createClaimStore } from '../../../src/core/lookup/claim';
import { createLookup } from '../../../src/core/lookup/lookup';
import { MODELS, modelRecord, testCatalog } from '../../support/catalog';

const LLAMA = { model: 'meta-llama/Llama-3.1-8B-Instruct', relation: 'finetune', license: 'llama3.1' };
const catalog = testCatalog([
  ...MODELS,
  modelRecord('maker/Distill-Llama-8B', {
    license: 'mit',
    openness: 'open-weights',
    lineage: [{ model: 'meta-llama/Llama-3.1-8B-Instruct', relation: 'finetune' }],
  }),
  modelRecord('other/Distill-Llama-8B-FP8', { license: 'mit', copyOf: 'maker/Distill-Llama-8B' }),
]);

describe('a copy of a model whose label leaves out terms of its own bases', () => {
  const COPY = 'x/Distill-Llama-8B-GGUF';

  it('is under those terms as the original is', () => {
    expect(createLookup(catalog).find(COPY)).toMatchObject({
      license: { declared: { key: 'mit' }, effective: { key: 'llama3.1' } },
      openness: { level: 'weights-available' },
      lineage: [{ model: 'maker/Distill-Llama-8B', relation: 'quantized', license: 'mit' }, LLAMA],
    });
  });

  it('is so too where it states the label itself', () => {
    expect(createLookup(catalog).find('other/Distill-Llama-8B-FP8')).toMatchObject({
      license: { declared: { key: 'mit' }, effective: { key: 'llama3.1' } },
    });
  });

  it('stays so when the Hub names the original', () => {
    const claims = createClaimStore();
    claims.add(COPY, {
      model: COPY,
      origin: 'hub',
      source: `https://huggingface.co/${COPY}`,
      date: '2026-11-25',
      confidence: 'high',
      licenses: ['mit'],
      lineage: [{ model: 'maker/Distill-Llama-8B', relation: 'quantized' }],
    });
    expect(createLookup(catalog, [], claims).find(COPY)).toMatchObject({
      license: { effective: { key: 'llama3.1' } },
      lineage: [{ model: 'maker/Distill-Llama-8B' }, LLAMA],
    });
  });
});

describe('the origin of a model whose base nobody records', () => {
  const NAMED = 'pfnet/Qwen-ja';
  const withClaim = (lineage: readonly { model: string; relation: 'finetune' }[]) => {
    const claims = createClaimStore();
    const source = `https://huggingface.co/${NAMED}`;
    const day = { date: '2026-11-25', confidence: 'high' } as const;
    claims.add(NAMED, { model: NAMED, origin: 'hub', source, ...day, lineage });
    return createLookup(catalog, [], claims).find(NAMED)?.origin;
  };
  const own = { model: NAMED, organization: 'pfn', country: 'JP' };
  const hint = { model: 'Qwen', organization: 'alibaba', country: 'CN', probable: true };

  it('has the maker whose models its name carries as a probable one', () => {
    expect(createLookup(catalog).find(NAMED)?.origin).toEqual([own, hint]);
  });

  it('has the bases that the Hub names in its place, and theirs', () => {
    expect(withClaim([])).toEqual([own, hint]);
    expect(withClaim([{ model: 'maker/Distill-Llama-8B', relation: 'finetune' }])).toEqual([
      own,
      { model: 'maker/Distill-Llama-8B', organization: null, country: null },
      { model: LLAMA.model, organization: 'meta', country: 'US' },
    ]);
  });

  it('has a probable one of a base that is not recorded further', () => {
    expect(withClaim([{ model: 'someone/My-Qwen-7B', relation: 'finetune' }])?.at(-1)).toEqual(hint);
  });

  it('has none where its own publisher made the line', () => {
    expect(createLookup(catalog).find('Qwen/Qwen3-8B')?.origin).toHaveLength(1);
  });
});
