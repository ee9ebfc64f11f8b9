import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

/** Who is asked for each name of a text. */
const asked = (text: string, path = 'a.py'): readonly unknown[] =>
  detect(text, path).references.map(({ text: name, role, host }) => [name, role, host]);

describe('a provider beside a name that nobody knows', () => {
  it.each([
    ['a.py', "generate(provider='acme', model='gpt-4o')", 'gpt-4o'],
    ['a.py', "generate(\n  provider='acme',\n  model='openai/gpt-4o',\n)", 'openai/gpt-4o'],
    ['a.py', "generate(provider='acme', model='acme-labs/painter-1.1-pro')", 'acme-labs/painter-1.1-pro'],
    ['a.ts', 'run({ providerId: "acme", model: "gpt-4o" });', 'gpt-4o'],
    ['a.rb', 'chat(provider: "acme", model: "gpt-4o")', 'gpt-4o'],
    ['a.yaml', 'llm:\n  provider: acme\n  model: gpt-4o\n', 'gpt-4o'],
    ['a.toml', '[llm]\nprovider = "acme"\nmodel = "gpt-4o"\n', 'gpt-4o'],
    ['a.json', '{ "model_provider": "litellm", "model": "gpt-4o" }', 'gpt-4o'],
    ['a.toml', '[[models]]\nname = "gpt-4o"\nprovider = "proxy/acme"\n', 'gpt-4o'],
    ['a.ts', 'const M = [{ deployment: "gpt-4o", provider: "acme" }];', 'gpt-4o'],
    ['a.json', '{ "provider": "@acme-prod", "override_params": { "model": "gpt-4o" } }', 'gpt-4o'],
    ['a.json', '{ "model": "litellm/gpt-4o" }', 'litellm/gpt-4o'],
    ['a.yaml', 'model: zenmux/glm-5.1\n', 'zenmux/glm-5.1'],
    ['a.yaml', 'model: predibase/llama-3-8b\n', 'predibase/llama-3-8b'],
    ['a.sh', 'python3 chat.py -m glhf/hf:Qwen/Qwen3-8B\n', 'glhf/hf:Qwen/Qwen3-8B'],
    ['a.py', 'import torch\nLM(chat_model="glhf/hf:Qwen/Qwen3-8B")', 'glhf/hf:Qwen/Qwen3-8B'],
  ])('is asked for it, in %s: %s', (path, text, name) => {
    expect(asked(text, path)).toEqual([[name, 'calls', null]]);
  });

  it.each([
    ['a provider that is known', 'a.py', "generate(provider='openai', model='gpt-4o')", 'openai'],
    [
      'a library that asks whom the name says',
      'a.json',
      '{ "provider": "litellm", "model": "openai/gpt-4o" }',
      'openai',
    ],
    [
      'a form that one service alone takes',
      'a.json',
      '{ "provider": "acme", "model": "us.anthropic.claude-3-haiku-20240307-v1:0" }',
      'bedrock',
    ],
    [
      'a path of one service',
      'a.json',
      '{ "provider": "acme", "model": "publishers/google/models/gemini-2.0-flash-001" }',
      'vertex',
    ],
    ['no provider', 'a.json', '{ "provider": "auto", "model": "gpt-4o" }', 'openai'],
    ['a variable', 'a.py', "generate(provider=acme, model='gpt-4o')", 'openai'],
    ['two of them', 'a.json', '{ "provider": "acme", "llm_provider": "other", "model": "gpt-4o" }', 'openai'],
    ['an entry beside it', 'a.json', '[{ "provider": "acme" }, { "model": "gpt-4o" }]', 'openai'],
    [
      'a written address',
      'a.py',
      'r(provider="acme", base_url="https://api.groq.com/v1", model="gpt-4o")',
      'groq',
    ],
  ])('is not asked where it is %s', (_, path, text, host) => {
    expect(asked(text, path).map((one) => (one as unknown[])[2])).toEqual([host]);
  });

  it('does not ask where the key of the name speaks of something else', () => {
    const text = 'store:\n  provider_id: pgvector\n  embedding_model: acme-labs/embed-small\n';
    expect(asked(text, 'a.yaml')).toEqual([['acme-labs/embed-small', 'loads', 'self']]);
  });

  it('does not ask for weights that the text gets', () => {
    const text = "from transformers import pipeline\nload(provider='acme', model='acme-labs/thing-7b')\n";
    expect(asked(text)).toEqual([['acme-labs/thing-7b', 'loads', 'self']]);
  });
});

describe('a member of an enumeration beside a name', () => {
  it.each([
    'Agent(model="gpt-4-0314", search=SearchProvider.BRAVE)\nuse(SearchProvider.GOOGLE)\n',
    'Agent(model="gpt-4-0314", provider=LLMProvider.PRIMARY)\nuse(LLMProvider.OPENAI)\n',
  ])('leaves the model with its maker: %s', (text) =>
    expect(asked(text)).toEqual([['gpt-4-0314', 'calls', 'openai']]),
  );
});
