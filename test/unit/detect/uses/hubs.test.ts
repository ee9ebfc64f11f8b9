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
    ['a.py', 'M = {Source.DEFAULT: "Qwen/Qwen3-8B", Source.MODELSCOPE: "qwen/Qwen3-8B"}\n'],
    ['a.yaml', 'llm:\n  hf_id: Qwen/Qwen3-8B\n  ms_id: qwen/Qwen3-8B\n'],
  ])('are loaded from any of them: %s %j', (path, text) => {
    expect(usesOf(path, text)).toEqual([
      ['loads', 'self'],
      ['loads', 'self'],
    ]);
  });

  it.each([
    ['a.yaml', 'llm:\n  provider: modelscope\n  model: Qwen/Qwen3-8B\n'],
    ['a.py', 'M = {"modelscope": "qwen/Qwen3-8B", "together": "Qwen/Qwen3-8B-Base"}\n'],
    ['a.py', 'M = {"modelscope": "qwen/Qwen3-8B", "together": "Qwen/Qwen3-8B"}\n'],
    ['a.yaml', 'modelscope_model: Qwen/Qwen3-8B\nmodelscope_api_key: x\nhf_model: Qwen/Qwen3-8B\n'],
    ['a.yaml', 'modelscope: Qwen/Qwen3-8B\nmodelscope_api_key: x\nhf: Qwen/Qwen3-8B\n'],
    ['a.yaml', 'llm:\n  base_url: x\n  modelscope: Qwen/Qwen3-8B\n  hf: Qwen/Qwen3-8B\n'],
    ['a.py', 'MODELSCOPE_MODEL = "Qwen/Qwen3-8B"\nHF_MODEL = "Qwen/Qwen3-8B"\n'],
    ['a.py', 'MODELSCOPE = "Qwen/Qwen3-8B"\nHF = "Qwen/Qwen3-8B"\n'],
  ])('are asked for at ModelScope where no other hub has them in a table: %s %j', (path, text) => {
    expect(usesOf(path, text)[0]).toEqual(['calls', 'modelscope']);
  });
});
