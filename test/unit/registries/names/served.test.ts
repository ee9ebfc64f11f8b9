import { describe, expect, it } from 'vitest';
import { servedName } from '../../../../src/core/registries/names/served';

describe('what stands behind a name', () => {
  it.each([
    ['claude-sonnet-4-5[1m]', 'claude-sonnet-4-5'],
    ['claude-sonnet-4-5-20250929-v1:0', 'claude-sonnet-4-5-20250929'],
    ['gpt-oss-120b-1:0', 'gpt-oss-120b'],
  ])('is no part of it: %s', (text, name) => expect(servedName(text).name).toBe(name));

  it.each(['mistral-7b-instruct-v0:2', 'gpt-4o:5', 'qwen3:8b', 'anthropic.claude-v2:1'])(
    'is no version of Bedrock: %s',
    (text) => expect(servedName(text).name).toBe(text),
  );
});
