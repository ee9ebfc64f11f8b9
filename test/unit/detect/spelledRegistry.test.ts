import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../support/builtCatalog';

const foundIn = (text: string, path = 'a.py'): readonly unknown[] =>
  detectReferences(text, { path, catalog: builtCatalog() }).references.map(({ id, registry, model }) => [
    registry,
    id,
    model,
  ]);

describe('openai/ before a name', () => {
  const ask = (name: string, base = 'http://localhost:8020/v1'): string =>
    `import litellm\nlitellm.completion(model="${name}", api_base="${base}")\n`;

  it('says how a server of the project is spoken to, and not who made the model', () => {
    expect(foundIn(ask('openai/house-model'))).toEqual([['other', 'house-model', null]]);
    expect(foundIn(ask('openai/nomic-embed-text-v1'))).toEqual([
      ['other', 'nomic-embed-text-v1', 'nomic-ai/nomic-embed-text-v1'],
    ]);
  });

  it('is the publisher of weights that are known as OpenAI’s, and where weights are got', () => {
    expect(foundIn(ask('openai/gpt-oss-20b'))).toEqual([
      ['huggingface', 'openai/gpt-oss-20b', 'openai/gpt-oss-20b'],
    ]);
    expect(
      foundIn('from transformers import AutoModel\nAutoModel.from_pretrained("openai/new-thing")\n'),
    ).toEqual([['huggingface', 'openai/new-thing', 'openai/new-thing']]);
  });
});

describe('a key that says whose protocol is spoken', () => {
  const spring = (address: string, model: string): string =>
    `spring:\n  ai:\n    openai:\n      base-url: ${address}\n      chat:\n        options:\n          model: ${model}\n`;

  it('does not say who has the model that is asked for elsewhere', () => {
    const dashScope = 'https://dashscope.aliyuncs.com/compatible-mode';
    expect(foundIn(spring(dashScope, 'qwen3.7-plus'), 'a.yml')[0]).toContain('alibaba');
    expect(foundIn(spring('https://api.openai.com', 'gpt-4o'), 'a.yml')[0]).toContain('openai');
  });
});
