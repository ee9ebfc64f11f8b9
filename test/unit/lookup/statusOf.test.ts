import { describe, expect, it } from 'vitest';
import { createLookup } from '../../../src/core/lookup/lookup';
import type { Registry } from '../../../src/core/vocabulary';
import { builtCatalog } from '../../support/builtCatalog';

const lookup = createLookup(builtCatalog());

describe('the end of a hosted model', () => {
  it.each<[string, Registry | undefined, string, string | undefined]>([
    ['claude-2.1', undefined, '2025-07-21', 'claude-opus-4-8'],
    ['claude-2.1', 'anthropic', '2025-07-21', 'claude-opus-4-8'],
    ['anthropic/claude-2.1', 'openrouter', '2025-07-21', 'claude-opus-4-8'],
    ['claude-instant-1.2', 'anthropic', '2024-11-06', 'claude-haiku-4-5-20251001'],
    ['text-davinci-003', 'openai', '2024-01-04', 'gpt-5.6-terra'],
    ['mistral-medium-2312', 'mistral', '2025-06-16', undefined],
    ['claude-3-5-sonnet', 'anthropic', '2025-10-28', 'claude-sonnet-4-6'],
    ['claude-3-5-sonnet-latest', 'anthropic', '2025-10-28', 'claude-sonnet-4-6'],
    ['claude-3-opus-latest', 'anthropic', '2026-01-05', 'claude-opus-4-8'],
    ['claude-opus-4-1', undefined, '2026-08-05', 'claude-opus-4-8'],
    ['claude-opus-4-0', 'anthropic', '2026-06-15', 'claude-opus-4-8'],
    ['claude-sonnet-4', 'anthropic', '2026-06-15', 'claude-sonnet-4-6'],
  ])('is told of %s in %s', (name, registry, date, successor) => {
    expect(lookup.find(name, registry)?.status).toEqual({
      state: 'retired',
      date,
      ...(successor !== undefined && { successor }),
    });
  });

  it.each<[string, Registry | undefined]>([
    ['claude-haiku-4-5', 'anthropic'],
    ['claude-sonnet-4', 'openrouter'],
    ['anthropic/claude-3.5-sonnet', 'openrouter'],
    ['claude-3-5-sonnet@20240620', 'vertex'],
    ['anthropic.claude-3-5-sonnet-20240620-v1:0', 'bedrock'],
    ['gpt-5-mini', 'openai'],
    ['anthropic.claude-3-haiku-20240307-v1:0', 'bedrock'],
    ['bedrock/anthropic.claude-3-haiku-20240307-v1:0', undefined],
    ['gpt-4-2030-01-01', 'openai'],
    ['gpt-4', 'azure'],
    ['azure/gpt-4', undefined],
    ['gpt-4o', 'openai'],
  ])('says nothing of %s in %s', (name, registry) => {
    expect(lookup.find(name, registry)?.status).toEqual({ state: 'active' });
  });
});
