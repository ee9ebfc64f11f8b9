import { describe, expect, it } from 'vitest';
import { azureSpelling } from './spelling';

/** What is looked up for a spelling, in order. */
const said = (spelling: string): string =>
  azureSpelling(spelling)
    .map((one) => {
      if (!('registry' in one)) return 'vendor' in one ? `${one.vendor}/${one.name}` : one.name;
      return `${one.registry}:${one.spelling}`;
    })
    .join(' ');

describe('a name of Azure', () => {
  it.each([
    ['gpt-35-turbo', 'azure:gpt-35-turbo openai:gpt-3.5-turbo gpt-35-turbo'],
    ['azure/gpt-4o', 'azure:gpt-4o openai:gpt-4o gpt-4o'],
    ['azure_ai/Phi-4', 'azure:Phi-4 openai:Phi-4 Phi-4'],
    ['my-gpt-35', 'azure:my-gpt-35 openai:my-gpt-35 my-gpt-35'],
    ['azureml://registries/azureml-meta/models/Llama-3/versions/1', 'azure:Llama-3 openai:Llama-3 Llama-3'],
    ['azureml://registries/x', 'azure:x openai:x x'],
    ['Phi-4', 'azure:Phi-4 openai:Phi-4 Phi-4'],
  ])('%s is looked up as %s', (spelling, candidates) => expect(said(spelling)).toBe(candidates));
});
