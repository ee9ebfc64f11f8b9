import { describe, expect, it } from 'vitest';
import { derive, governingLicense, parametersIn } from '../../../src/core/layer/derive';
import { builtCatalog } from '../../support/builtCatalog';
import { modelRecord } from '../../support/catalog';

describe('the size that a name states', () => {
  it.each([
    ['meta-llama/Llama-3.1-8B-Instruct', 8_000_000_000],
    ['Qwen/Qwen2.5-0.5B', 500_000_000],
    ['EleutherAI/pythia-410m', 410_000_000],
    ['Qwen/Qwen3-30B-A3B', 30_000_000_000],
    ['FacebookAI/roberta-base', null],
    ['Qwen/Qwen-1_8B-Chat', 1_800_000_000],
    ['internlm/internlm2-chat-1_8b', 1_800_000_000],
    ['stabilityai/stablelm-2-1_6b', 1_600_000_000],
    ['OpenGVLab/InternVL3_5-8B', 8_000_000_000],
    ['nvidia/Llama-3_1-Nemotron-51B-Instruct', 51_000_000_000],
    ['Vision-CAIR/LongVU_Llama3_2_3B', 3_000_000_000],
  ])('%s: %s', (id, size) => {
    expect(parametersIn(id)).toBe(size);
  });

  it('is none where a number of experts is multiplied, for they share layers', () => {
    expect(parametersIn('mistralai/Mixtral-8x7B-v0.1')).toBeNull();
    expect(parametersIn('team-hatakeyama-phase2/Tanuki-8x8B-dpo-v1.0-AWQ')).toBeNull();
    expect(parametersIn('acme/moe-4x1.5b')).toBeNull();
  });

  it('is none behind the point of a name of timm, which says how it was trained', () => {
    expect(parametersIn('timm/nextvit_base.bd_ssld_6m_in1k')).toBeNull();
    expect(parametersIn('timm/tiny_vit_5m_224.in1k')).toBe(5_000_000);
  });
});

describe('the license that governs a record', () => {
  const records = [
    modelRecord('acme/base', { license: 'apache-2.0' }),
    modelRecord('packer/base-GGUF', { license: null, copyOf: 'acme/base' }),
    modelRecord('packer/base-AWQ', { license: 'none-stated', copyOf: 'Packer/base-GGUF' }),
    modelRecord('packer/own', { license: 'mit', copyOf: 'acme/base' }),
    modelRecord('packer/lost', { license: null, copyOf: 'acme/gone' }),
    modelRecord('packer/round', { license: null, copyOf: 'packer/round' }),
    modelRecord('acme/tuned', { license: null, lineage: [{ model: 'acme/base', relation: 'finetune' }] }),
  ];
  const byId = new Map(records.map((record) => [record.id.toLowerCase(), record]));
  it.each([
    ['acme/base', 'apache-2.0'],
    ['packer/base-gguf', 'apache-2.0'],
    ['packer/base-awq', 'apache-2.0'],
    ['packer/own', 'mit'],
    ['packer/lost', null],
    ['packer/round', null],
    ['acme/tuned', null],
  ])('%s: %s', (id, key) => {
    const record = byId.get(id);
    expect(record && governingLicense(record, (other) => byId.get(other.toLowerCase()))).toBe(key);
  });
});

describe('how open the weights of a record are', () => {
  const mit = builtCatalog().license('mit');
  it.each([
    ['huggingface', {}, 'open-weights'],
    ['other', {}, null],
    ['other', { weights: true }, 'open-weights'],
  ] as const)('in %s with %j stated: %s', (registry, components, openness) => {
    const record = { ...modelRecord('acme/voice', { license: 'mit' }), registry, components };
    expect(derive(record, [mit]).openness).toBe(openness);
  });
});
