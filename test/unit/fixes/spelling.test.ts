import { describe, expect, it } from 'vitest';
import { successorAt, withId } from '../../../src/core/fixes/spelling';
import type { Registry } from '../../../src/core/vocabulary';
import { testCatalog } from '../../support/catalog';
import { hostRecord, service } from '../../support/hosts';
import { reference } from '../policy/support';

const CATALOG = testCatalog(
  [],
  [
    hostRecord('openrouter', {
      names: [service('openai/gpt-4.1')],
      fallback: [{ prefix: 'x-ai/', publisher: 'xai' }],
    }),
    hostRecord('groq', {
      names: ['groq/compound', 'openai/gpt-oss-120b', 'llama-3.1-70b-versatile'].map((id) => service(id)),
    }),
    hostRecord('perplexity', {
      names: [service('sonar', { status: 'retired', successor: 'perplexity/sonar' })],
    }),
    hostRecord('fireworks', {}),
    hostRecord('bedrock', {}),
    hostRecord('google', {}),
  ],
);

/** The text with another id, where a call of a host names a model. */
function written(host: Registry, text: string, id: string, newId: string): string | undefined {
  return withId(reference(id, { role: 'calls', registry: host, reference: { text, host } }), newId, CATALOG);
}

describe('withId', () => {
  it('writes the maker before a name once, whoever made the other model', () => {
    expect(written('openrouter', 'x-ai/grok-3', 'grok-3', 'x-ai/grok-4.3')).toBe('x-ai/grok-4.3');
    expect(written('openrouter', 'x-ai/grok-3', 'grok-3', 'openai/gpt-4.1')).toBe('openai/gpt-4.1');
    expect(written('openrouter', 'openrouter/x-ai/grok-3:free', 'grok-3', 'openai/gpt-4.1')).toBe(
      'openrouter/openai/gpt-4.1:free',
    );
  });

  it('leaves what a library has before the names of a host', () => {
    expect(written('openrouter', 'openrouter/x-ai/grok-3', 'x-ai/grok-3', 'x-ai/grok-4.3')).toBe(
      'openrouter/x-ai/grok-4.3',
    );
    expect(
      written('groq', 'groq/llama-3.1-70b-versatile', 'llama-3.1-70b-versatile', 'openai/gpt-oss-120b'),
    ).toBe('groq/openai/gpt-oss-120b');
    expect(
      written('groq', 'openai/llama-3.1-70b-versatile', 'llama-3.1-70b-versatile', 'openai/gpt-oss-120b'),
    ).toBe('openai/openai/gpt-oss-120b');
    expect(written('google', 'models/gemini-1.5-pro', 'gemini-1.5-pro', 'gemini-2.5-pro')).toBe(
      'models/gemini-2.5-pro',
    );
  });

  it('leaves it also where it was read as a part of the id', () => {
    const path = 'accounts/fireworks/models/';
    const written405 = `fireworks_ai/${path}llama-v3p1-405b-instruct`;
    expect(written('fireworks', written405, written405, `${path}gpt-oss-120b`)).toBe(
      `fireworks_ai/${path}gpt-oss-120b`,
    );
    const claude = 'converse/us.anthropic.claude-3-7-sonnet-20250219-v1:0';
    expect(written('bedrock', `bedrock/${claude}`, claude, 'us.anthropic.claude-sonnet-4-6')).toBe(
      'bedrock/converse/us.anthropic.claude-sonnet-4-6',
    );
    expect(written('groq', 'groq/compound', 'groq/compound', 'openai/gpt-oss-120b')).toBe(
      'openai/gpt-oss-120b',
    );
  });
});

describe('successorAt', () => {
  it('is a name of the host itself where that gives it with its own before it', () => {
    const place = { id: 'sonar', registry: 'perplexity', host: 'perplexity' } as const;
    expect(successorAt('perplexity/sonar', place, CATALOG)).toBe('perplexity/sonar');
  });
});
