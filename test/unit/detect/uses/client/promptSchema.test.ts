import { describe, expect, it } from 'vitest';
import { detect } from '../../marked';

const usesOf = (text: string): readonly string[] =>
  detect(text, 'a.jl').references.map(({ role, host }) => `${role} ${host}`);

describe('the type of a provider as the first argument of a call of Julia', () => {
  it.each([
    ['aiembed(PT.TogetherOpenAISchema(), "a"; model="BAAI/bge-large-en-v1.5")', 'calls together'],
    ['aigenerate(FireworksOpenAISchema(), "a"; model = "Qwen/Qwen3-8B")', 'calls fireworks'],
    ['aigenerate(\n  PT.DeepSeekOpenAISchema(),\n  "a";\n  model="deepseek-chat",\n)', 'calls deepseek'],
    ['aigenerate(PT.AnthropicSchema(), "a"; model="claude-3-haiku-20240307")', 'calls anthropic'],
  ])('is asked: %s', (call, use) => {
    expect(usesOf(`${call}\n`)).toEqual([use]);
  });

  it('goes before the address that another call has', () => {
    const other =
      'aigenerate(PT.CustomOpenAISchema(), "a"; model="Qwen/Qwen3-4B", api_kwargs=(; url="http://localhost:8080/v1"))';
    const call = 'aigenerate(PT.GroqOpenAISchema(), "a"; model="Qwen/Qwen3-8B")';
    expect(usesOf(`${other}\n${call}\n`)).toEqual(['loads self', 'calls groq']);
  });

  it.each([
    ['is not made', 'aigenerate("TogetherOpenAISchema() asks"; model="Qwen/Qwen3-8B")'],
    ['is of no provider', 'aigenerate(PT.CustomOpenAISchema(), "a"; model="Qwen/Qwen3-8B")'],
    [
      'is given an address',
      'aigenerate(PT.GroqOpenAISchema(), "a"; model="Qwen/Qwen3-8B", api_kwargs=(; url="http://localhost:8080/v1"))',
    ],
  ])('says nothing where it %s: %s', (_, call) => {
    expect(usesOf(`${call}\n`)).toEqual(['loads self']);
  });
});
