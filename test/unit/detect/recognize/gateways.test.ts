import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';
import { takenAt } from './takenAt';

describe('a name with a provider or another word before it', () => {
  it.each([
    ['accounts/acme/models/thing', 'fireworks: gateway client ollama loader key value entry text'],
    ['publishers/google/models/thing', 'vertex thing: gateway client ollama loader key value entry text'],
    ['@cf/acme/thing', 'cloudflare: gateway client ollama loader key value entry text data'],
    [
      'arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123',
      'bedrock: gateway client ollama loader key',
    ],
    [
      'openai/whisper-large-v3',
      'huggingface: gateway loader key value entry text; together: client; ollama: ollama',
    ],
    [
      'openai/gpt-oss-20b',
      'huggingface: gateway loader key value entry text; together: client; ollama: ollama',
    ],
    ['openai/gpt-oss', 'huggingface: gateway loader key value entry text; together: client; ollama: ollama'],
    ['openai/my-gpt-oss-20b', ''],
    [
      'openai/gpt-4o',
      'openai gpt-4o: gateway key value entry text; together gpt-4o: client; ollama: ollama; huggingface: loader',
    ],
    ['openai/house-1', 'huggingface: gateway loader key; together: client; ollama: ollama'],
    [
      'openai:chat:gpt-4o-mini',
      'openai gpt-4o-mini: gateway loader key value entry text; together gpt-4o-mini: client',
    ],
    [
      'openai::chat::gpt-4o-mini',
      'openai gpt-4o-mini: gateway loader key value entry text; together gpt-4o-mini: client',
    ],
    [
      'bedrock:converse:anthropic.claude-3-haiku-20240307-v1:0',
      'bedrock anthropic.claude-3-haiku-20240307-v1:0: gateway client loader key value entry text',
    ],
    [
      'huggingface:text-generation:acme/thing-7b',
      'huggingface acme/thing-7b: gateway loader key; together acme/thing-7b: client',
    ],
    [
      'openai:hf:acme/thing-7b',
      'huggingface acme/thing-7b: gateway loader key; together acme/thing-7b: client',
    ],
    [
      'nvidia/gpt-4o',
      'nvidia gpt-4o: gateway key value entry text; together gpt-4o: client; ollama: ollama; nvidia: loader',
    ],
    [
      'nvidia/nemotron-4-340b-instruct',
      'nvidia: gateway; together: client; ollama: ollama; huggingface: loader key value entry text',
    ],
    [
      'mistral/mistral-large-latest',
      'mistral mistral-large-latest: gateway client key value entry text; ollama: ollama; huggingface: loader',
    ],
    [
      'mistralai/mistral-large-2411',
      'mistral mistral-large-2411: gateway client key value entry text; ollama: ollama; huggingface: loader',
    ],
    [
      'groq/llama-3.3-70b-versatile',
      'groq llama-3.3-70b-versatile: gateway client ollama loader key value entry text',
    ],
    ['groq/house', 'groq house: gateway; together: client; ollama: ollama; huggingface: loader'],
    ['groq/house-1', 'groq house-1: gateway client ollama loader key'],
    ['groq/Llama-3-8B', 'groq Llama-3-8B: gateway client ollama loader key value entry text'],
    ['groq/llama', 'groq llama: gateway; together: client; ollama: ollama; huggingface: loader key'],
    ['groq/gemma-7b', 'groq gemma-7b: gateway client ollama loader key value entry text'],
    [
      'groq/acme/llama-7b',
      'groq acme/llama-7b: gateway key value entry text; together acme/llama-7b: client; huggingface acme/llama-7b: ollama loader',
    ],
    [
      'groq/acme/house',
      'groq acme/house: gateway key; together acme/house: client; huggingface acme/house: ollama loader',
    ],
    [
      'groq/acme/gpt-4o',
      'groq acme/gpt-4o: gateway key value entry text; together acme/gpt-4o: client; huggingface acme/gpt-4o: ollama loader',
    ],
    ['groq/./llama-7b', ''],
    ['groq/x', 'groq: gateway; ollama: ollama; huggingface: loader'],
    [
      'together/Qwen/Qwen2.5-7B-Instruct',
      'together Qwen/Qwen2.5-7B-Instruct: gateway client key value entry text; huggingface Qwen/Qwen2.5-7B-Instruct: ollama loader',
    ],
    [
      'fireworks_ai/accounts/fireworks/models/house',
      'fireworks: gateway client ollama loader key value entry text',
    ],
    [
      'huggingface/together/acme/thing-7b',
      'huggingface acme/thing-7b: gateway ollama loader key; together acme/thing-7b: client',
    ],
    [
      'huggingface/acme/thing-7b',
      'huggingface acme/thing-7b: gateway ollama loader key; together acme/thing-7b: client',
    ],
    ['huggingface/foo/acme/thing-7b', ''],
    [
      'openrouter/openrouter/auto-1',
      'openrouter openrouter/auto-1: gateway key; together openrouter/auto-1: client; huggingface openrouter/auto-1: ollama loader',
    ],
    [
      'openrouter/deepseek/some',
      'openrouter deepseek/some: gateway key; together deepseek/some: client; huggingface deepseek/some: ollama loader',
    ],
    ['openrouter/auto', 'openrouter auto: gateway; huggingface: client loader key; ollama: ollama'],
    ['ollama/llama3.2', 'ollama llama3.2: gateway client ollama loader key value entry'],
    ['ollama/llama3.2:1b', 'ollama llama3.2:1b: gateway client ollama loader key value entry'],
    ['ollama/house', 'ollama house: gateway; ollama: ollama; huggingface: loader key'],
    ['ollama:llama3.2', 'ollama llama3.2: gateway client ollama loader key value entry'],
    ['ollama:house', 'ollama house: gateway'],
    ['codestral:22b', 'ollama: gateway client ollama key value entry text data'],
    [
      'opencode/big-pickle',
      'other big-pickle: gateway client key; ollama big-pickle: ollama; huggingface big-pickle: loader',
    ],
    ['opencode/big', 'other big: gateway; ollama: ollama; huggingface: loader'],
    ['opencode:big-pickle', 'other big-pickle: gateway loader'],
    ['azure/house-1', 'azure house-1: gateway client ollama loader key'],
    ['azure/gpt-4o', 'azure gpt-4o: gateway client ollama loader key value entry text'],
    ['azure:house-1', 'azure house-1: gateway loader'],
    [
      'bedrock/anthropic.claude-3-haiku-20240307-v1:0',
      'bedrock anthropic.claude-3-haiku-20240307-v1:0: gateway client ollama loader key value entry text',
    ],
    [
      'cc/claude-haiku-4-5',
      'huggingface: gateway loader; anthropic claude-haiku-4-5: client key value entry; ollama: ollama',
    ],
    ['cc/claude-house-1', 'huggingface: gateway loader key; together: client; ollama: ollama'],
    ['cc/o1', 'huggingface: gateway loader; ollama: ollama'],
    ['anthropic-x/claude-haiku-4-5', 'huggingface: gateway loader key; together: client; ollama: ollama'],
    [
      'meta-llama/claude-haiku-4-5',
      'huggingface: gateway loader key value entry text; together: client; ollama: ollama',
    ],
    ['fast:gpt-4o-mini', 'openai gpt-4o-mini: gateway client ollama loader key value entry text'],
    ['ft:gpt-4o-mini:acme', 'openai: gateway loader key value entry text; together: client; ollama: ollama'],
    ['1fast:gpt-4o-mini', ''],
    [
      'scaleway/qwen3.6-27b',
      'other qwen3.6-27b: gateway client key value entry text; ollama qwen3.6-27b: ollama; huggingface qwen3.6-27b: loader',
    ],
    [
      'replicate/acme/thing:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
      'replicate acme/thing:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef: gateway key; together acme/thing:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef: client; huggingface acme/thing:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef: ollama loader',
    ],
    ['provider::LLAMA_3_1_8B', ''],
    ['groq:LLAMA_3_1_8B', ''],
    [
      'openrouter/deepseek/fine-model',
      'openrouter deepseek/fine-model: gateway key value entry text; together deepseek/fine-model: client; huggingface deepseek/fine-model: ollama loader',
    ],
    ['openrouter/deepseek/fine-model.py', ''],
    [
      'openrouter/acme/fine-model',
      'openrouter acme/fine-model: gateway key; together acme/fine-model: client; huggingface acme/fine-model: ollama loader',
    ],
    ['openrouter/deepseek/fine-model/x', ''],
    ['embedding-001', 'ollama: ollama'],
    ['embedding-3', 'ollama: ollama'],
    ['openai:chat::gpt-4o', 'openai gpt-4o: gateway loader key value entry text; together gpt-4o: client'],
  ])('%s is of %s', (name, places) => expect(takenAt(name)).toBe(places));
});

it('weights on the Hub whose owner is called like a provider are loaded from there', () => {
  const { references } = detectReferences('AutoModel.from_pretrained("cerebras/btlm-3b-8k-base")\n', {
    path: 'a.py',
    catalog: builtCatalog(),
  });
  expect(references).toMatchObject([{ id: 'cerebras/btlm-3b-8k-base', registry: 'huggingface' }]);
});

describe('what says how a model is served', () => {
  const AT = 'c = OpenAI(base_url="https://openrouter.ai/api/v1")\n';
  const idsOf = (name: string, before = AT): readonly string[] => {
    const text = `from openai import OpenAI\n${before}c.chat.completions.create(model="${name}")\n`;
    return detectReferences(text, { path: 'a.py', catalog: builtCatalog() }).references.map(({ id }) => id);
  };

  it.each([
    ['x-ai/grok-4-fast', 'grok-4-fast'],
    // OpenRouter ended this route apart from others.
    ['x-ai/grok-4-fast:free', 'x-ai/grok-4-fast:free'],
    ['openrouter/deepseek/deepseek-r1:free', 'deepseek/deepseek-r1:free'],
    ['deepseek/deepseek-r1:free', 'deepseek/deepseek-r1:free'],
    ['google/gemini-2.0-flash-exp:free', 'google/gemini-2.0-flash-exp:free'],
    ['openrouter/cypher-alpha:free', 'openrouter/cypher-alpha:free'],
    // Nothing is told of this one but as of its model.
    ['deepseek/deepseek-r1:nitro', 'deepseek/deepseek-r1'],
    ['x-ai/grok-4-fast:nitro', 'grok-4-fast'],
  ])('is no part of a name that its maker has so: %s', (name, id) => expect(idsOf(name)).toEqual([id]));

  it('is none at the maker either', () => {
    const own = 'c = OpenAI(base_url="https://api.x.ai/v1")\n';
    expect(idsOf('grok-4-fast', own)).toEqual(['grok-4-fast']);
  });

  it.each([
    ['x-ai/grok-4:online', 'grok-4'],
    ['anthropic/claude-opus-4.6-fast', 'claude-opus-4.6'],
    ['anthropic/claude-3.7-sonnet:thinking', 'claude-3.7-sonnet'],
  ])('is left out: %s', (name, id) => expect(idsOf(name)).toEqual([id]));
});

describe('a name behind the protocol that a server of its own speaks', () => {
  const namesIn = (text: string, path: string): readonly string[] =>
    detectReferences(text, {
      catalog: builtCatalog(),
      path,
    }).references.map(({ id, registry }) => `${registry} ${id}`);
  const routed = (entries: string): string =>
    `model_list:\n  - model_name: a\n    litellm_params:\n${entries}`;

  it.each([
    ['a.yaml', routed('      model: openai/house-v2\n      api_base: https://house.example.jp/v1\n')],
    ['a.yaml', routed('      api_base: http://10.0.0.2:8000/v1\n      model: openai/house-v2\n')],
    [
      'a.py',
      'import litellm\nlitellm.completion(model="openai/house-v2", api_base="https://house.example.jp/v1")\n',
    ],
  ])('is no id of the owner that is called so: %s %j', (path, text) =>
    expect(namesIn(text, path)).toEqual(['other house-v2']),
  );

  it('is an id of the owner where the address is its own, and of weights that it released', () => {
    const own = routed('      model: openai/house-v2\n      api_base: https://api.openai.com/v1\n');
    expect(namesIn(own, 'a.yaml')).toEqual(['huggingface openai/house-v2']);
    const weights = routed('      model: openai/gpt-oss-20b\n      api_base: https://house.example.jp/v1\n');
    expect(namesIn(weights, 'a.yaml')).toEqual(['huggingface openai/gpt-oss-20b']);
  });
});

describe('a name that a program gives to weights that it loads itself', () => {
  const found = (text: string): readonly (readonly [string, string, string | null])[] =>
    detectReferences(text, { path: 'application.yml', catalog: builtCatalog() }).references.map(
      ({ registry, model, role }) => [registry, role, model],
    );

  it.each([
    ['bge-small-zh-v1.5', 'BAAI/bge-small-zh-v1.5'],
    ['BAAI/bge-small-zh-v1.5', 'BAAI/bge-small-zh-v1.5'],
    ['llama-3.1-8b-instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
  ])('is that of the one model of this name: local:%s', (name, model) =>
    expect(found(`embedding-model: local:${name}\n`)).toEqual([['huggingface', 'loads', model]]),
  );

  it.each(['house-7b', 'bge-small-zh-v9.5', 'bge-small-zh-v1.5-tuned', 'acme/house-7b'])(
    'is that of a model nobody knows where none has it: local:%s',
    (name) => expect(found(`embedding-model: local:${name}\n`)).toEqual([['local', 'loads', null]]),
  );
});
