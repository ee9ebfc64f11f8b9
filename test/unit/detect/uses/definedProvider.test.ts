import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';

const M = 'Qwen/Qwen2.5-72B-Instruct';
const URL = 'https://api.siliconflow.cn/v1';

const hostsIn = (text: string, path: string): readonly unknown[] =>
  detectReferences(text, { path, catalog: builtCatalog() })
    .references.filter(({ model, role }) => model !== null && role !== 'lists')
    .map(({ role, host }) => [role, host]);

describe('a provider that a text defines', () => {
  it.each([
    [
      'config.toml',
      `model = "${M}"\nmodel_provider = "sf"\n[model_providers.sf]\nname = "SF"\nbase_url = "${URL}"\n`,
    ],
    ['a.yaml', `default:\n  provider: sf\n  model: ${M}\nproviders:\n  sf:\n    base_url: ${URL}\n`],
    [
      'a.yaml',
      `default:\n  provider: openai\n  model: ${M}\nproviders:\n  openai:\n    options:\n      base_url: ${URL}\n  anthropic:\n    base_url: https://api.anthropic.com\n`,
    ],
    [
      'a.yaml',
      `endpoints:\n  custom:\n    - name: "sf"\n      baseURL: "${URL}"\nspecs:\n  list:\n    - name: "qwen"\n      preset:\n        endpoint: "sf"\n        model: "${M}"\n`,
    ],
    [
      'a.json',
      `{ "providers": { "sf": { "options": { "baseUrl": "${URL}" } } }, "agents": { "model": "sf/${M}" } }`,
    ],
    [
      'a.json',
      `{ "Providers": [{ "name": "sf", "api_base_url": "${URL}/chat/completions" }], "Router": { "default": "sf,${M}" } }`,
    ],
  ])('is asked at its address, in %s: %s', (path, text) => {
    expect(hostsIn(text, path)).toEqual([['calls', 'siliconflow']]);
  });

  it('runs what it has where its address is of the project', () => {
    const text =
      'model = "qwen3:8b"\nmodel_provider = "box"\n[model_providers.box]\nbase_url = "http://localhost:11434/v1"\n';
    expect(hostsIn(text, 'config.toml')).toEqual([['loads', 'self']]);
  });

  it('is not asked for what another provider is said of', () => {
    const text = `default:\n  provider: together\n  model: ${M}\nproviders:\n  sf:\n    base_url: ${URL}\n`;
    expect(hostsIn(text, 'a.yaml')).toEqual([['calls', 'together']]);
  });

  it.each([
    ['openrouter', 'openrouter'],
    ['openai', 'siliconflow'],
  ])('is not asked for a name that begins like it where the provider beside is %s', (provider, host) => {
    const text = `{ "llms": [{ "provider": "${provider}", "name": "sf/gpt-4o" }], "providers": [{ "name": "sf", "base_url": "${URL}" }] }`;
    expect(hostsIn(text, 'a.json')).toEqual([['calls', host]]);
  });

  it.each(['tracing_provider', 'auth_provider', 'cache_backend', 'vector_service'])(
    'is not asked where it is the %s',
    (key) => {
      const text = `llm:\n  provider: deepseek\n  model: deepseek-chat\n  ${key}: house\nhouse:\n  base_url: http://localhost:3000\n`;
      expect(hostsIn(text, 'a.yaml')).toEqual([['calls', 'deepseek']]);
    },
  );

  it('is not asked for what another document names', () => {
    const text = `spec:\n  sf:\n    base_url: ${URL}\n---\nspec:\n  provider: sf\n  model: ${M}\n`;
    expect(hostsIn(text, 'a.yaml')).toEqual([['calls', null]]);
  });
});

describe('a client that code registers under a key', () => {
  const made = [
    "const siliconflow = createOpenAI({ baseURL: 'https://api.siliconflow.cn/v1' });",
    'const anthropic = createAnthropic();',
    "const inhouse = createOpenAICompatible({ name: 'a', baseURL: 'http://vllm:8000/v1' });",
    '',
  ].join('\n');
  const asked = (entries: string, name: string): readonly unknown[] =>
    detectReferences(
      `${made}const registry = createProviderRegistry({ ${entries} });\nregistry.languageModel('${name}');\n`,
      { path: 'a.ts', catalog: builtCatalog() },
    ).references.map(({ text, host }) => [text, host]);

  it('is asked for the names behind that', () => {
    const all = 'anthropic, sf: siliconflow, own: inhouse';
    expect(asked(all, 'sf:deepseek-ai/DeepSeek-V3.2')).toEqual([
      ['deepseek-ai/DeepSeek-V3.2', 'siliconflow'],
    ]);
    expect(asked(all, 'own:Qwen/Qwen3-32B')).toEqual([['Qwen/Qwen3-32B', 'self']]);
    expect(asked(all, 'anthropic:claude-3-7-sonnet-20250219')).toMatchObject([
      [expect.anything(), 'anthropic'],
    ]);
    expect(asked('anthropic, siliconflow', 'siliconflow:Qwen/Qwen3-32B')).toMatchObject([
      [expect.anything(), 'siliconflow'],
    ]);
  });

  it.each([
    ["import { openai } from '@ai-sdk/openai';", 'openai'],
    ['const openai = createOpenAI({ apiKey: process.env.KEY });', 'openai'],
    ['const openai = createOpenAI({ baseURL: process.env.LLM_URL });', null],
    ['const openai = createOpenAI({ ...options });', null],
    ['const openai = createOpenAI(options);', null],
    ["import { openai } from './client';", null],
    ["import { openai } from '@/client';", null],
  ])('is at its own address only where it is given no other: %s', (client, host) =>
    expect(
      detectReferences(
        `${client}\nconst registry = createProviderRegistry({ chat: openai });\nregistry.languageModel('chat:deepseek-chat');\n`,
        { path: 'a.ts', catalog: builtCatalog() },
      ).references.map((one) => one.host === 'openai'),
    ).toEqual([host === 'openai']),
  );

  it('is none without such a key', () => {
    expect(asked('anthropic', 'sf:deepseek-ai/DeepSeek-V3.2')).not.toContainEqual([
      'deepseek-ai/DeepSeek-V3.2',
      'siliconflow',
    ]);
  });
});

describe('a model of a list of one provider', () => {
  const asked = (made: string, model: string): readonly unknown[] =>
    hostsIn(
      `import ai.koog.prompt.executor.clients.deepseek.DeepSeekModels\nimport ai.koog.prompt.executor.clients.openai.OpenAIModels\n${made}\nval a = AIAgent(promptExecutor = e, llmModel = ${model})\n`,
      'a.kt',
    );

  it('is asked for at that, whatever other client is made', () => {
    const other = 'val local = OpenAI(token = "k", host = OpenAIHost(baseUrl = "http://vllm:8000/v1/"))';
    expect(asked(other, 'DeepSeekModels.DeepSeekChat')).toEqual([['calls', 'deepseek']]);
    expect(asked(other, 'OpenAIModels.Chat.GPT4o')).toEqual([['calls', 'openai']]);
    const keyed = `${other}\nval e = DeepSeekLLMClient(apiKey = "k")`;
    expect(asked(keyed, 'DeepSeekModels.DeepSeekChat')).toEqual([['calls', 'deepseek']]);
  });

  it('is asked for at the address that its client is given', () => {
    const own = 'val e = OpenAILLMClient("k", OpenAIClientSettings(baseUrl = "http://vllm:8000/v1"))';
    expect(asked(own, 'OpenAIModels.Chat.GPT4o')).not.toEqual([['calls', 'openai']]);
  });

  it.each([
    'val e = OpenAILLMClient(key, OpenAIClientSettings("https://api.siliconflow.cn"))',
    'val e = OpenAILLMClient(System.getenv(name("K")), OpenAIClientSettings(address))',
    'val s = OpenAIClientSettings(\n    baseUrl = "https://api.siliconflow.cn",\n)\nval e = OpenAILLMClient(key, s)',
    'val e = OpenAILLMClient(key, settings = Config.settings())',
  ])('is not surely asked for at its provider where its client may have another address: %s', (made) => {
    const other =
      'val o = OpenAI(token = "k", host = OpenAIHost(baseUrl = "https://api.siliconflow.cn/v1/"))';
    expect(asked(`${other}\n${made}`, 'OpenAIModels.Chat.GPT4o')).not.toEqual([['calls', 'openai']]);
  });

  it.each([
    'val e = OpenAILLMClient(System.getenv("K"), OpenAIClientSettings(timeoutConfig = t))',
    'val e = OpenAILLMClient(key, clock = c)',
    'val e = OpenAILLMClient(\n    key,\n)',
  ])('is asked for there where what its client is given is no address: %s', (made) =>
    expect(asked(made, 'OpenAIModels.Chat.GPT4o')).toEqual([['calls', 'openai']]),
  );
});
