import { describe, expect, it } from 'vitest';
import { detect } from '../marked';

/** Who is asked for the one name of a text. */
const asked = (text: string, path: string): readonly unknown[] =>
  detect(text, path).references.flatMap(({ role, host }) => (role === 'mentions' ? [] : [role, host]));

describe('settings in a file that is called after a provider', () => {
  it.each([
    ['conf/azure-openai.provider.yml', 'simple:\n  model: gpt-4o\n', 'azure'],
    ['openrouter.provider.example.yaml', 'model: gpt-4o\n', 'openrouter'],
    ['provider-azure.toml', 'model = "gpt-4o"\n', 'azure'],
    ['conf/azure_provider.json', '{ "agent": { "model": "gpt-4o" } }', 'azure'],
    ['conf/deepinfra.provider.yml', 'agent:\n  model: Qwen/Qwen3-8B\n', 'deepinfra'],
    ['conf/novita.provider.yml', 'agent:\n  model: openai/gpt-4o\n', 'novita'],
    [
      'conf/acmerouter.provider.yml',
      '# LLM_URL=https://api.acmerouter.ai/v1\nagent:\n  model: openai/gpt-4o\n',
      null,
    ],
    ['conf/acme.provider.yml', '# Prices: https://www.acme.com/pricing\nagent:\n  model: gpt-4o\n', null],
  ])('are asked for there: %s %j', (path, text, host) => expect(asked(text, path)).toEqual(['calls', host]));

  it.each([
    ['a word that says nothing of hosts', 'conf/production.provider.yml', 'model: gpt-4o\n'],
    ['a word for models', 'conf/fast.provider.yml', '# https://fast.ai\nmodel: gpt-4o\n'],
    ['a provider without an address', 'conf/acme.provider.yml', 'model: gpt-4o\n'],
    ['an address of others', 'conf/acme.provider.yml', '# https://docs.house.jp\nmodel: gpt-4o\n'],
    ['another provider in it', 'conf/azure.provider.yml', 'provider: openai\nmodel: gpt-4o\n'],
    ['another address in it', 'azure.provider.yml', 'base_url: https://api.openai.com/v1\nmodel: gpt-4o\n'],
    ['a maker who has no such name', 'conf/anthropic.provider.yml', 'model: gpt-4o\n'],
    ['a file of another kind', 'conf/azure.yml', 'model: gpt-4o\n'],
    ['a folder', 'azure.provider/settings.yml', 'model: gpt-4o\n'],
    ['code', 'conf/azure.provider.py', 'model = "gpt-4o"\n'],
  ])('are left to the name by %s', (_, path, text) => expect(asked(text, path)).toEqual(['calls', 'openai']));

  it.each([
    ['of a server of one’s own', 'conf/vllm.provider.yml', '# https://docs.vllm.ai\nmodel: Qwen/Qwen3-8B\n'],
    ['of a maker', 'conf/deepseek.provider.yml', 'model: Qwen/Qwen3-8B\n'],
    ['of a cloud that runs what customers bring', 'conf/azure.provider.yml', 'model: Qwen/Qwen3-8B\n'],
    [
      'of a program that nobody knows',
      'conf/acme.provider.yml',
      '# https://acme.dev\nmodel: Qwen/Qwen3-8B\n',
    ],
    ['beside what loads', 'conf/deepinfra.provider.yml', '# gguf\nmodel: Qwen/Qwen3-8B\n'],
  ])('leave weights loaded in those %s', (_, path, text) =>
    expect(asked(text, path)).toEqual(['loads', 'self']),
  );
});
