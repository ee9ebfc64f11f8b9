import { describe, expect, it } from 'vitest';
import {
  isProviderScheme,
  ownPath,
  providerRegistry,
  splitProvider,
} from '../../../../src/core/registries/names/providerPath';
import { servedName } from '../../../../src/core/registries/names/served';

describe("a gateway's path", () => {
  it.each([
    ['openai/gpt-4o', 'openai', 'openai', 'gpt-4o'],
    ['OpenAI/gpt-4o', 'OpenAI', 'openai', 'gpt-4o'],
    ['openai:gpt-4o', 'openai', 'openai', 'gpt-4o'],
    ['openai::gpt-4o', 'openai', 'openai', 'gpt-4o'],
    ['groq/meta-llama/llama-4', 'groq', 'groq', 'meta-llama/llama-4'],
    ['ollama/llama3.1:8b', 'ollama', 'ollama', 'llama3.1:8b'],
    ['openai://gpt-4o', 'openai', 'openai', 'gpt-4o'],
    ['openrouter://anthropic/claude-3.7-sonnet', 'openrouter', 'openrouter', 'anthropic/claude-3.7-sonnet'],
  ])('%s: %s of %s calls %s', (value, prefix, registry, rest) =>
    expect(splitProvider(value)).toEqual({ prefix, registry, rest, at: value.length - rest.length }),
  );

  it.each([
    'gpt-4o',
    'acme/gpt-4o',
    '/gpt-4o',
    'openai/',
    'openai:',
    // A size behind the name of a family.
    'mistral:7b',
    'mistral:7b-instruct-q4_0',
    'mistral:latest',
    'mistral:8x7b',
  ])('is none in %s', (value) => expect(splitProvider(value)).toBeUndefined());

  it.each([
    ['openai://gpt-5?tools=search', 'gpt-5'],
    ['azure://gpt-4o#2024-10-21', 'gpt-4o'],
  ])('has no query and no version of an interface in the name: %s', (value, rest) =>
    expect(splitProvider(value)).toMatchObject({ rest, at: value.indexOf(rest) }),
  );

  it.each([
    ['openai://gpt-4o', true],
    ['oci://ghcr.io/acme/chart', false],
    ['github://acme/gpt-4o', false],
    ['azure://gpt-4o', true],
    ['azure://container/house', false],
    ['databricks://prod/house', false],
    ['cloudflare://account/house', false],
    ['google://bucket/zeta', false],
    ['https://openai.com/gpt-4o', false],
    ['acme://gpt-4o', false],
    ['openai/gpt-4o', false],
  ])('may be the scheme of an address: %s %s', (value, isScheme) =>
    expect(isProviderScheme(value)).toBe(isScheme),
  );

  it('keeps a size behind a slash', () => expect(splitProvider('mistral/7b')?.rest).toBe('7b'));

  it.each([
    ['@cf/meta/llama-3.1-8b-instruct', 'cloudflare'],
    ['accounts/fireworks/models/llama-v3p1-8b-instruct', 'fireworks'],
    ['openai/gpt-4o', undefined],
    ['models/thing', undefined],
  ])('may be of one service alone: %s is of %s', (value, registry) =>
    expect(ownPath(value)?.registry).toBe(registry),
  );

  it('begins with a provider in any case', () =>
    expect(['GROQ', 'groq', 'groqx', ''].map(providerRegistry)).toEqual([
      'groq',
      'groq',
      undefined,
      undefined,
    ]));
});

describe('a name without what says how it is served', () => {
  it.each([
    ['claude-sonnet-4-5[1m]', 'claude-sonnet-4-5'],
    ['claude-3-7-sonnet:thinking', 'claude-3-7-sonnet'],
    ['claude-3-7-sonnet:thinking:8192', 'claude-3-7-sonnet'],
    ['gpt-5-batch', 'gpt-5'],
    ['gpt-5-fast', 'gpt-5'],
    ['gpt-5:batch', 'gpt-5'],
    ['grok:fast', 'grok'],
    // What is not said of a version is a part of the name.
    ['grok-code-fast', 'grok-code-fast'],
    ['acme/gpt-5/some-fast', 'acme/gpt-5/some-fast'],
    ['gpt-5', 'gpt-5'],
    ['gpt-5[big]', 'gpt-5[big]'],
    ['llama3.1:8', 'llama3.1:8'],
  ])('%s is %s', (text, name) => expect(servedName(text)).toEqual({ name }));

  it.each([
    ['gpt-4o@azure', { name: 'gpt-4o', provider: 'azure' }],
    ['gpt-4o@AZURE', { name: 'gpt-4o', provider: 'azure' }],
    ['gpt-4o@nobody', { name: 'gpt-4o@nobody' }],
    ['gpt-4o@', { name: 'gpt-4o@' }],
  ])('%s tells its provider', (text, served) => expect(servedName(text)).toEqual(served));
});
