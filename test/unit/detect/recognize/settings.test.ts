import { describe, expect, it } from 'vitest';
import { found, unmark } from '../marked';

const CASES: Readonly<Record<string, readonly (readonly [path: string, marked: string])[]>> = {
  'the setting of a service, whatever it names': [
    ['.env', 'OPENAI_MODEL=⟦house-tuned-1|openai⟧\n'],
    ['.env', 'OPENAI_MODEL=house\n'],
    ['.env', 'OPENAI_MODEL=house-1.py\n'],
    ['.env', 'OPENAI_MODEL=your-model-1\n'],
    ['.env', 'OLLAMA_MODEL=⟦house-tuned-1|ollama⟧\n'],
    ['.env', 'OPENAI_NAME=house-tuned-1\n'],
    ['.env', 'LLM_MODEL=house-tuned-1\n'],
    ['a.yaml', 'openai:\n  model: ⟦house-tuned-1|openai⟧\n'],
    ['a.yaml', 'openai:\n  name: house-tuned-1\n'],
    ['a.py', 'OPENAI_MODEL = "house-tuned-1"\n'],
    ['.env', 'OPENAI_BASE_URL=https://llm.acme.example/v1\nLLM_MODEL=⟦house-v2|openai⟧\n'],
    ['.env', 'OPENAI_BASE_URL=https://llm.acme.example/v1\nCAR_MODEL=house-v2\n'],
    [
      'a.yaml',
      'llm:\n  provider: openai\n  model: ⟦house-2|openai⟧\n  base_url: https://llm.acme.example/v1\n',
    ],
    ['a.yaml', 'llm:\n  provider: openai\n  model: ⟦house-2|openai⟧\n  api_key: xxx\n'],
    [
      'a.json',
      '{"llm": {"provider": "openai", "model": "⟦house-v3|openai⟧", "base_url": "https://llm.acme.example/v1"}}',
    ],
    ['a.yaml', 'phone:\n  provider: google\n  model: pixel-8\n'],
    ['a.yaml', 'robot:\n  vendor: acme\n  model: t-1000\n  base_url: https://robots.acme.example\n'],
    ['.env', 'OPENAI_MODEL=⟦推論用|openai⟧\n'],
    ['a.json', '{"openai": {"model": "⟦社内LLM|openai⟧"}, "ollama": {"model": "⟦résumé-v2|ollama⟧"}}'],
    ['a.json', '{"openai": {"model": "Verfügbar", "modelId": "Schlüssel"}, "ollama": {"model": "Größe"}}'],
    ['de.json', '{"openai": {"model": "Schlüssel-ID"}}'],
    ['zh-CN.json', '{"openai": {"model": "推理服务-1"}}'],
    ['messages_ja.properties', 'openai.model=推論LLM\n'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('in %s: %s', (path, marked) => {
    const text = unmark(marked);
    expect(found(text, path)).toEqual(text.expected);
  });
});
