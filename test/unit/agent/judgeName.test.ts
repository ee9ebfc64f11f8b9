import { describe, expect, it } from 'vitest';
import { judgeName } from '../../../src/core/agent/judgeName';
import { createEngine } from '../../../src/core/engine';
import { readPolicy } from '../../../src/core/policy/readPolicy';
import { builtCatalog } from '../../support/builtCatalog';

const engine = createEngine(builtCatalog(), { now: () => Date.parse('2026-11-27T00:00:00Z') });

function judged(name: string) {
  const { reference, findings, model } = judgeName(engine, name, { policy: undefined });
  return {
    role: reference.role,
    host: reference.host,
    id: model?.id,
    rules: findings.map(({ rule }) => rule),
  };
}

describe('a name that somebody asks about', () => {
  it.each([
    ['Qwen/Qwen3-8B', { role: 'loads', host: 'self', id: 'Qwen/Qwen3-8B' }],
    ['qwen3:8b', { role: 'loads', host: 'self', id: 'Qwen/Qwen3-8B' }],
    ['gpt-4o', { role: 'calls', host: 'openai', id: 'gpt-4o' }],
    ['groq:llama-3.3-70b-versatile', { role: 'calls', host: 'groq' }],
    ['nvcr.io/nim/meta/llama-3.1-8b-instruct:latest', { role: 'loads', host: 'self' }],
    ['acme-labs/kestrel-7b', { role: 'loads', host: 'self', id: undefined }],
  ])('%s is judged where it runs', (name, expected) => {
    expect(judged(name)).toMatchObject(expected);
  });

  it.each([
    'global.anthropic.claude-haiku-4-5-20251001-v1:0',
    'anthropic.claude-sonnet-5',
    'mistral.mistral-large-2402-v1:0',
    'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-5-sonnet-20240620-v1:0',
    'bedrock:arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-5-sonnet-20240620-v1:0',
    'accounts/fireworks/models/llama-v3p1-70b-instruct',
    'publishers/google/models/gemini-1.5-pro',
    'models/gemini-1.5-flash',
    '@cf/meta/llama-3.1-8b-instruct',
    'nvcr.io/nim/meta/llama-3.1-8b-instruct:latest',
    'bedrock/anthropic.claude-3-5-sonnet-20240620-v1:0',
  ])('%s is the model that a look-up tells', (name) => {
    const looked = engine.lookup().find(name);
    expect(looked?.license.declared).toBeTruthy();
    expect(judgeName(engine, name, { policy: undefined }).model).toEqual(looked);
  });

  it.each([
    ['anthropic.claude-3-5-sonnet-20240620-v1:0', 'bedrock'],
    ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-5-sonnet-20240620-v1:0', 'bedrock'],
    ['@cf/meta/llama-3.1-8b-instruct', 'cloudflare'],
    ['models/gemini-1.5-flash', 'google'],
  ])('%s is found retired where its form tells it to be called', (name, host) => {
    expect(judged(name)).toMatchObject({ role: 'calls', host });
    expect(judged(name).rules).toContain('model/retired');
  });

  it.each([
    ['azure/acme-claims', 'azure', 'acme-claims'],
    ['openrouter/deepseek/deepseek-chat-v3-0324', 'openrouter', 'deepseek/deepseek-chat-v3-0324'],
    ['openai/gpt-oss-120b', 'self', 'openai/gpt-oss-120b'],
  ])(
    '%s is asked for at its provider by the name behind it, unless it is listed as weights',
    (name, host, id) => {
      expect(judgeName(engine, name, { policy: undefined }).reference).toMatchObject({ host, id });
    },
  );

  it('is what the policy describes under the name behind its provider', () => {
    const text = 'version: 1\ndescribe: { acme-claims: { base: gpt-4o, license: openai-terms } }\n';
    const { policy } = readPolicy(text, '.model-policy.yaml');
    const { model, findings } = judgeName(engine, 'azure/acme-claims', { policy });
    expect(model?.id).toBe('acme-claims');
    expect(findings.map(({ rule }) => rule)).toContain('model/ending');
  });

  it('is found retired at the host that it is asked for', () => {
    expect(judged('openai:gpt-4-32k').rules).toContain('model/retired');
  });
});
