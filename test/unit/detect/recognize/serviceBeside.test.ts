import { describe, expect, it } from 'vitest';
import { detectReferences } from '../../../../src/core/detect/detectReferences';
import { builtCatalog } from '../../../support/builtCatalog';

describe('a name of a maker beside the key of a service that runs weights of many', () => {
  const hostBeside = (key: string, name: string): string | null | undefined =>
    detectReferences(`key = os.environ["${key}"]\nMODEL = "${name}"\n`, {
      path: 'a.py',
      catalog: builtCatalog(),
    }).references.find(({ text }) => text === name)?.host;

  it.each([
    ['GROQ_API_KEY', 'deepseek-chat', 'deepseek'],
    ['GROQ_API_KEY', 'qwen-max', 'alibaba'],
    ['GROQ_API_KEY', 'moonshot-v1-32k', 'moonshot'],
    ['TOGETHER_API_KEY', 'deepseek-reasoner', 'deepseek'],
    ['FIREWORKS_API_KEY', 'deepseek-chat', 'deepseek'],
    ['CEREBRAS_API_KEY', 'qwen-max', 'alibaba'],
    ['NVIDIA_API_KEY', 'deepseek-chat', 'deepseek'],
  ])("is the maker's where that service has none of it: %s, %s", (key, name, host) => {
    expect(hostBeside(key, name)).toBe(host);
  });

  it.each([
    ['GROQ_API_KEY', 'kimi-k2-instruct'],
    ['GROQ_API_KEY', 'gpt-oss-120b'],
    ['GROQ_API_KEY', 'deepseek-r1-distill-llama-70b'],
  ])("is that service's where it has it: %s, %s", (key, name) => {
    expect(hostBeside(key, name)).toBe('groq');
  });
});
