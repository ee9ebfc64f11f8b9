import { describe, expect, it } from 'vitest';
import { FamilyNameFinder } from '../../../src/core/catalog/familyNames';

const finder = new FamilyNameFinder({
  hints: ['llama 2', 'llama 3', 'llama 3.1', 'gemma 2', 'colqwen 2.5', 'qwen 2.5-3b'].map((name) => ({
    name,
    base: name,
  })),
  lines: ['Qwen', 'DeepSeek', 'Llama #', 'Phi #'].map((name) => ({ name, base: name })),
  unrelated: ['exempt/*'],
});

describe("the lines of makers' models whose names an id carries", () => {
  it.each([
    ['x/DeepSeek-R1-Distill-Qwen-14B-Japanese', ['Qwen', 'DeepSeek']],
    ['x/Qwen2.5-bakeneko', ['Qwen']],
    ['x/chat_llama3-8b', ['Llama #']],
    ['x/Some-7B-llama.cpp', []],
    ['x/TinyLlama-2-1B', []],
    ['Helsinki-NLP/opus-mt-en-phi', []],
    ['x/phi-2-tuned', ['Phi #']],
    ['x/Qwenderful-7B', []],
    ['exempt/Qwen3-8B', []],
    ['Qwen3-8B', []],
  ])('%s: %s', (id, names) => {
    expect(finder.linesIn(id).map(({ name }) => name)).toEqual(names);
  });
});

describe('the family whose name an id carries', () => {
  it.each([
    ['FuseAI/FuseChat-Llama-3.1-8B-Instruct', 'llama 3.1'],
    ['x/chat-llama3.1-8b', 'llama 3.1'],
    ['x/Llama-3_1-mini', 'llama 3.1'],
    ['NousResearch/Nous-Hermes-Llama2-13b', 'llama 2'],
    ['x/llama-3-70b-chat', 'llama 3'],
    ['x/Llama-3-8x8B', 'llama 3'],
    ['vidore/colqwen2.5-v0.2', 'colqwen 2.5'],
    ['x/Qwen2.5-3B-tuned', 'qwen 2.5-3b'],
    ['x/Qwen2.5-32B-tuned', undefined],
    ['x/llama-3.5-8b', undefined],
    ['x/llama-30b', undefined],
    ['TinyLlama/TinyLlama-2-1B', undefined],
    ['openlm/open_llama_7b', undefined],
    ['exempt/llama-3.1-8b', undefined],
    ['llama-3.1-8b', undefined],
  ])('%s: %s', (id, name) => {
    expect(finder.find(id)?.name).toBe(name);
  });
});
