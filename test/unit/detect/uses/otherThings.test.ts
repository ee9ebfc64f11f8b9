import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

const hosts = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.map(({ text: name, host }) => [name, host]);

describe('a provider beside a name whose key says that it is of something else', () => {
  it.each([
    ['a.yaml', 'llm:\n  model: deepseek-chat\n  storage_provider: azure\n'],
    ['a.yaml', 'model: deepseek-chat\nauth_provider: azure\ncloud_provider: azure\n'],
    ['a.yaml', 'llm:\n  model: deepseek-chat\n  secrets_service: azure\n  auth_type: azure\n'],
    ['a.yaml', 'llm:\n  model: deepseek-chat\n  llm_cache_backend: azure\n  ai_search_provider: azure\n'],
    ['a.json', '{ "model": "deepseek-chat", "storage": { "provider": "azure" } }'],
    ['a.yaml', 'model: deepseek-chat\nauth_provider: github\nstorage_provider: scaleway\n'],
    ['a.properties', 'storage.provider=azure\nllm.model=deepseek-chat\n'],
    ['.env', 'LLM_MODEL=deepseek-chat\nCACHE_BACKEND=azure\n'],
    ['a.tf', 'locals {\n  cloud_provider = "azure"\n  llm_model = "deepseek-chat"\n}\n'],
    [
      'a.py',
      'CFG = {"model": "deepseek-chat", "storage_provider": "azure", "embedding_provider": "azure"}\n',
    ],
    ['a.py', 'from acme import make\nc = make(model="deepseek-chat", storage_provider="azure")\n'],
    ['a.yaml', 'llm:\n  provider: deepseek\n  backup_provider: azure\n  model: deepseek-chat\n'],
    ['a.yaml', 'llm:\n  speech_provider: azure\n  provider: deepseek\n  model: deepseek-chat\n'],
  ])('is not asked, in %s: %s', (path, text) =>
    expect(hosts(text, path)).toEqual([['deepseek-chat', 'deepseek']]),
  );

  it.each([
    ['a.yaml', 'model: deepseek-chat\nllm_provider: azure\n'],
    ['a.yaml', 'acme_llm_provider: azure\nacme_llm_model: deepseek-chat\n'],
    ['a.yaml', 'default_provider: azure\nmodel: deepseek-chat\n'],
    ['a.yaml', 'summary_provider: azure\nsummary_model: deepseek-chat\n'],
    ['a.json', '{ "model": "deepseek-chat", "config": { "provider": "azure" } }'],
    ['.env', 'MYAPP_PROVIDER=azure\nMYAPP_MODEL=deepseek-chat\n'],
    ['a.py', 'CFG = {"model": "deepseek-chat", "inference_provider": "azure"}\n'],
  ])('is asked where that is models, or what the name is for, in %s: %s', (path, text) =>
    expect(hosts(text, path)).toEqual([['deepseek-chat', 'azure']]),
  );

  it.each([
    ['a.yaml', 'summarizer_provider: siliconflow\nmodel: deepseek-ai/DeepSeek-V3\n'],
    ['a.py', 'run(translation_provider="siliconflow", model="Qwen/Qwen2.5-7B-Instruct")\n'],
    ['a.py', 'run(embedding_provider="siliconflow", model="BAAI/bge-m3")\n'],
    [
      'a.py',
      'run(search_provider="azure", rerank_provider="siliconflow", model="BAAI/bge-reranker-v2-m3")\n',
    ],
    ['a.yaml', 'cloud_provider: siliconflow\nmodel: deepseek-ai/DeepSeek-V3\n'],
    ['a.json', '{ "search": { "provider": "siliconflow" }, "model": "BAAI/bge-m3" }'],
    ['.env', 'DOCUMENT_PROVIDER=siliconflow\nMODEL=deepseek-ai/DeepSeek-OCR\n'],
    ['.env', 'SUMMARIES_PROVIDER=siliconflow\nMODEL_NAME=deepseek-ai/DeepSeek-V3\n'],
    ['a.py', 'x = {"model": "deepseek-ai/DeepSeek-V3", "call": {"provider": "siliconflow"}}\n'],
  ])('is asked where a word may say what the model is for, in %s: %s', (path, text) =>
    expect(detect(text, path).references.map(({ host, role }) => [host, role])).toEqual([
      ['siliconflow', 'calls'],
    ]),
  );

  it.each([
    ['a.yaml', 'judge_provider: azure\nprovider: deepseek\nmodel: gpt-4o\n', 'deepseek'],
    ['a.yaml', 'judge_provider: deepseek\nmodel: gpt-4o\n', 'deepseek'],
    ['a.yaml', 'storage_provider: azure\njudge_provider: deepseek\nmodel: gpt-4o\n', 'deepseek'],
    ['a.json', '{ "embedding_provider": "siliconflow", "model": "gpt-4o" }', 'openai'],
  ])('is the one that fits best, in %s: %s', (path, text, host) =>
    expect(hosts(text, path)).toEqual([['gpt-4o', host]]),
  );

  it('is that of the name for the same thing', () => {
    const text =
      'llm:\n  model: deepseek-chat\n  provider: deepseek\n  fallback_model: gpt-4o\n  fallback_provider: azure\n';
    expect(hosts(text, 'a.yaml')).toEqual([
      ['deepseek-chat', 'deepseek'],
      ['gpt-4o', 'azure'],
    ]);
  });
});
