import { describe, expect, it } from 'vitest';
import { judgeName } from '../../../src/core/agent/judgeName';
import { createEngine } from '../../../src/core/engine';
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
    ['acme-labs/kestrel-7b', { role: 'loads', host: 'self', id: undefined }],
  ])('%s is judged where it runs', (name, expected) => {
    expect(judged(name)).toMatchObject(expected);
  });

  it('is found retired at the host that it is asked for', () => {
    expect(judged('openai:gpt-4-32k').rules).toContain('model/retired');
  });
});
