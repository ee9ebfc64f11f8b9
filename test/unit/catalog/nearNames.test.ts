import { describe, expect, it } from 'vitest';
import { arrayStore } from '../../../src/core/catalog/modelStore';
import { ownerIndex } from '../../../src/core/catalog/ownerShapes';
import { NearNames } from '../../../src/core/catalog/nearNames';
import type { ModelRecord } from '../../../src/core/catalog/records';
import { builtCatalog } from '../../support/builtCatalog';
import { TEST_CATALOG } from '../../support/catalog';

describe('the name that was meant', () => {
  it.each([
    ['Qwen/Qwne3-8B', 'Qwen/Qwen3-8B'],
    ['qwen/qwen3-8', 'Qwen/Qwen3-8B'],
    ['Qwen/Qwen3-8B', undefined],
    ['Qwen/Qwen4-8B', undefined],
    ['Qwen/Something-8B', undefined],
    ['nobody/Qwen3-8B', undefined],
  ])('of %s is %s', (name, near) => {
    expect(TEST_CATALOG.nearest(name, 'huggingface')).toBe(near);
  });

  it('is looked for in the registry that was asked about', () => {
    expect(TEST_CATALOG.nearest('claude-sonet-4-5', 'anthropic')).toBe('claude-sonnet-4-5');
    expect(TEST_CATALOG.nearest('claude-sonet-4-5', 'openai')).toBeUndefined();
  });
});

describe('a copy in another packing', () => {
  it.each([
    ['TheBloke/Llama-2-13B-chat-GGUF', undefined],
    ['TheBloke/Llama-2-13B-chta-GGML', 'TheBloke/Llama-2-13B-chat-GGML'],
    ['TheBloke/Llama-2-13B-chat-GGLM', 'TheBloke/Llama-2-13B-chat-GGML'],
  ])('is no slip of the pen: %s is meant as %s', (name, near) => {
    expect(builtCatalog().nearest(name, 'huggingface')).toBe(near);
  });
});

describe('names by their owners', () => {
  it('are those of the registry alone, wherever they stand and however the owner is written', () => {
    const [hub] = TEST_CATALOG.models;
    if (hub === undefined) throw new Error('no model');
    const rows: readonly (readonly [string, ModelRecord['registry']])[] = [
      ['Acme/first-model', 'ollama'],
      ['Acme/second-model', 'huggingface'],
      ['between/other-model', 'huggingface'],
      ['acme/third-model', 'huggingface'],
      ['only/here-model', 'ollama'],
    ];
    const models = rows.map(([id, registry]) => ({ ...hub, id, registry, aliases: [] }));
    const store = arrayStore(models);
    expect(store.owned()).toEqual([
      { owner: 'Acme/', start: 0 },
      { owner: 'between/', start: 2 },
      { owner: 'acme/', start: 3 },
      { owner: 'only/', start: 4 },
    ]);
    const names = new NearNames(store, ownerIndex(store));
    expect(names.nearest('acme/secund-model', 'huggingface')).toBe('Acme/second-model');
    expect(names.nearest('ACME/thirt-model', 'huggingface')).toBe('acme/third-model');
    expect(names.nearest('acme/furst-model', 'huggingface')).toBeUndefined();
    expect(names.nearest('acme/furst-model', 'ollama')).toBe('Acme/first-model');
    expect(names.imitated('a-cme')).toBe('Acme');
    expect(names.imitated('\u0430cme')).toBe('Acme');
    expect(names.imitated('on_ly')).toBeUndefined();
  });
});

describe('what a service calls weights of others', () => {
  it('is a name of that service', () => {
    const catalog = builtCatalog();
    expect(catalog.nearest('mistral-smal-latest', 'mistral')).toBe('mistral-small-latest');
    expect(catalog.nearest('mistral-small-latest', 'mistral')).toBeUndefined();
    expect(catalog.nearest('mistral-smal-latest', 'huggingface')).toBeUndefined();
  });
});

describe('the name that letters spell', () => {
  it('is found without its marks, in its registry', () => {
    expect(TEST_CATALOG.spelledOf('claudesonnet45', 'anthropic')).toBe('claude-sonnet-4-5');
    expect(TEST_CATALOG.spelledOf('claudesonnet45', 'openai')).toBeUndefined();
    expect(TEST_CATALOG.spelledOf('claudesonnet', 'anthropic')).toBeUndefined();
  });
});

describe('an owner whose name looks like another', () => {
  it.each([
    ['meta-Ilama', 'meta-llama'],
    ['meta_llama', 'meta-llama'],
    ['rnistralai', 'mistralai'],
    ['meta-llama', undefined],
    ['META-LLAMA', undefined],
    ['someone-else', undefined],
  ])('%s imitates %s', (owner, known) => {
    expect(TEST_CATALOG.imitated(owner)).toBe(known);
  });
});
