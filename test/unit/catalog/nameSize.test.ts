import { describe, expect, it } from 'vitest';
import { sizeInName } from '../../../src/core';

describe('the size in a name', () => {
  it.each([
    ['Qwen/Qwen3-30B-A3B', 1, 30e9],
    ['mistralai/Mixtral-8x7B-v0.1', 8, 7e9],
    ['internlm/internlm2-chat-1_8b', 1, 1.8e9],
    ['command-r:35b', 1, 35e9],
    ['allenai/OLMoE-1B-7B-0924', 1, 7e9],
    ['deepseek-ai/deepseek-moe-16b-base', 1, 16e9],
    ['amd/Instella-MoE-16B-A3B-Think', 1, 16e9],
    ['ehristoforu/Falcon3-MoE-2x7B-Insruct', 2, 7e9],
    ['izumi-lab/stormy-7b-10ep', 1, 7e9],
    ['stabilityai/stablelm-3b-4e1t', 1, 3e9],
    ['minishlab/potion-base-2M', 1, 2e6],
  ])('%s: %d times %d', (name, experts, parameters) => {
    expect(sizeInName(name)).toEqual({ experts, parameters });
  });

  it('is in billions where a few millions beside them count something else', () => {
    expect(sizeInName('BAAI/Infinity-Instruct-3M-0613-Llama3-70B')?.parameters).toBe(70e9);
    expect(sizeInName('zai-org/glm-4-9b-chat-1m')?.parameters).toBe(9e9);
    expect(sizeInName('Qwen/Qwen2.5-7B-Instruct-1M')?.parameters).toBe(7e9);
  });

  it('stays with hundreds of millions beside tokens of training or the name of a base', () => {
    expect(sizeInName('fla-hub/gla-340M-15B')?.parameters).toBe(340e6);
    expect(sizeInName('gwkrsrch2/InternViT-300M-from-InternVL3_5-1B-HF')?.parameters).toBe(300e6);
  });

  it('is none where only what is active and the number of experts are named', () => {
    expect(sizeInName('meta-llama/Llama-4-Maverick-17B-128E-Instruct')).toBeUndefined();
    expect(sizeInName('bartowski/meta-llama_Llama-4-Scout-17B-16E-Instruct-GGUF')).toBeUndefined();
  });

  it('is none for a lone 1M, which may be the length of the context, but where a model is called tiny', () => {
    expect(sizeInName('LargeWorldModel/LWM-Text-1M')).toBeUndefined();
    expect(sizeInName('roneneldan/TinyStories-1M')?.parameters).toBe(1e6);
  });
});
