import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';

const JINA = 'jinaai/jina-embeddings-v3';
const usesOf = (text: string, path: string): readonly unknown[] =>
  detectReferences(text, { path, catalog: builtCatalog() })
    .references.filter(({ text: name }) => name.endsWith(JINA))
    .map(({ role, host }) => `${role} ${host}`);

const EMBEDDER = `"embedder": {"provider": "huggingface", "config": {"model": "${JINA}"}}`;
const FROM_MEM0 = 'from mem0 import Memory\n';

describe('the provider huggingface of an embedder', () => {
  it.each([
    ['Mem0', 'a.py', `${FROM_MEM0}m = Memory.from_config({${EMBEDDER}})\n`],
    [
      'Mem0 with calls of dict',
      'a.py',
      `import mem0\nc = dict(embedder=dict(provider="huggingface", config=dict(model="${JINA}")))\n`,
    ],
    [
      'Mem0 with its classes',
      'a.py',
      `from mem0.embeddings.configs import EmbedderConfig\nc = EmbedderConfig(provider="huggingface", config={"model": "${JINA}"})\n`,
    ],
    [
      'a module of settings for Mem0',
      'a.py',
      `MEM0_CONFIG = {\n    ${EMBEDDER},\n    "llm": {"provider": "deepseek", "config": {"model": "deepseek-chat"}},\n}\n`,
    ],
    ['Embedchain', 'a.py', `from embedchain import App\napp = App.from_config(config={${EMBEDDER}})\n`],
    [
      'NVIDIA’s toolkit for agents',
      'a.yml',
      `embedders:\n  local:\n    _type: huggingface\n    model_name: ${JINA}\n`,
    ],
    [
      'LangChain',
      'a.py',
      `from langchain.embeddings import init_embeddings\na = init_embeddings("huggingface:${JINA}")\n`,
    ],
    [
      'LangChain as an argument',
      'a.py',
      `from langchain.embeddings import init_embeddings\na = init_embeddings(model="${JINA}", provider="huggingface")\n`,
    ],
  ])('is for weights in %s', (_, path, text) => {
    expect(usesOf(text, path)).toEqual(['loads self']);
  });

  it.each([
    [
      'Mem0 with an address',
      'a.py',
      `${FROM_MEM0}c = {"embedder": {"provider": "huggingface", "config": {"model": "${JINA}", "huggingface_base_url": "https://abc.endpoints.huggingface.cloud/v1"}}}\n`,
    ],
    [
      'Embedchain with an endpoint',
      'a.py',
      `from embedchain import App\nc = {"embedder": {"provider": "huggingface", "config": {"model": "${JINA}", "endpoint": os.environ["E"]}}}\n`,
    ],
    [
      'Mem0’s library for TypeScript',
      'a.ts',
      `import mem0, { Memory } from 'mem0ai/oss';\nconst mem0Config = {${EMBEDDER}};\n`,
    ],
    ['the model that Mem0 asks', 'a.py', `${FROM_MEM0}c = {${EMBEDDER.replace('embedder', 'llm')}}\n`],
    [
      'CrewAI',
      'a.py',
      `from crewai import Crew\nfrom mem0 import Memory\nc = Crew(embedder={"provider": "huggingface", "config": {"model": "${JINA}"}})\n`,
    ],
    ['a library that the text does not say', 'a.py', `config = {${EMBEDDER}}\n`],
    [
      'NVIDIA’s toolkit with an endpoint',
      'a.yml',
      `embedders:\n  local:\n    _type: huggingface\n    endpoint_url: https://abc.endpoints.huggingface.cloud\n    model_name: ${JINA}\n`,
    ],
  ])('is for the Hub’s service in %s', (_, path, text) => {
    expect(usesOf(text, path)).toEqual(['calls huggingface']);
  });
});
