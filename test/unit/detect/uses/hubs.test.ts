import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const usesOf = (path: string, text: string): readonly (readonly [string, string | null])[] =>
  detect(text, path).references.map(({ role, host }) => [role, host] as const);

describe('weights that several hubs have', () => {
  it.each([
    ['a.py', 'M = {"huggingface": "Qwen/Qwen3-8B", "modelscope": "qwen/Qwen3-8B"}\n'],
    ['a.py', 'M = {"hf": "THUDM/glm-4-9b", "ms": "ZhipuAI/glm-4-9b"}\n'],
    ['a.ts', 'const m = here ? { modelscope: "qwen/Qwen3-8B" } : { huggingface: "Qwen/Qwen3-8B" };\n'],
    ['a.json', '{"llm":{"HUGGINGFACE":"THUDM/glm-4-9b","MODELSCOPE":"ZhipuAI/glm-4-9b"}}'],
    ['a.yaml', 'llm:\n  huggingface: Qwen/Qwen3-8B\n  modelscope: qwen/Qwen3-8B\n'],
  ])('are loaded from any of them: %s %j', (path, text) => {
    expect(usesOf(path, text)).toEqual([
      ['loads', 'self'],
      ['loads', 'self'],
    ]);
  });

  it.each([
    ['a.yaml', 'llm:\n  provider: modelscope\n  model: Qwen/Qwen3-8B\n'],
    ['a.py', 'M = {"modelscope": "qwen/Qwen3-8B", "together": "Qwen/Qwen3-8B-Base"}\n'],
  ])('are asked for at ModelScope where nothing else is called like them: %s %j', (path, text) => {
    expect(usesOf(path, text)[0]).toEqual(['calls', 'modelscope']);
  });
});
