import { describe, expect, it } from 'vitest';
import { providerBeside } from '../../../src/core/detect/provider';

/** The provider beside the name between the bars. */
function beside(marked: string): string | undefined {
  const [before = '', name = '', after = ''] = marked.split('|');
  const range = { start: before.length, end: before.length + name.length };
  return providerBeside(before + name + after, range);
}

describe('who provides a name', () => {
  it.each([
    ['{ "provider": "openai", "id": "|o1|" }', 'openai'],
    ['{ "id": "|o1|", "provider": "groq" }', 'groq'],
    ['LLModel(provider = LLMProvider.Ollama, id = "|qwq|")', 'LLMProvider.Ollama'],
    ['vendor=mistral name=|x|', 'mistral'],
    ['platform => :xai, id => "|o1|"', 'xai'],
    ['{ provider_id: "xai", id: "|o1|", provider: "groq" }', 'xai'],
    [`provider: "near"${' '.repeat(200)}id: "|o1|"`, 'near'],
  ])('is said in its own mapping or call: %s', (text, provider) => expect(beside(text)).toBe(provider));

  it.each([
    '{ provider: "a" }, { id: "|o1|" }',
    '{ id: "|o1|" }, { provider: "groq" }',
    'id: "|o1|"',
    'providers: "a", id: "|o1|"',
    `provider: "far"${' '.repeat(230)}id: "|o1|"`,
  ])('is not said elsewhere: %s', (text) => expect(beside(text)).toBeUndefined());
});
