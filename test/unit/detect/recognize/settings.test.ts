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
