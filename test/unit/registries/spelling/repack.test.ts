import { describe, expect, it } from 'vitest';
import { repackedName } from '../../../../src/core/registries/spelling/repack';

describe('the name that a re-packed copy is named after', () => {
  it.each([
    ['gemma-4-E4B-it-unsloth-bnb-4bit', 'gemma-4-E4B-it'],
    ['Llama-3.1-8B-Instruct-bnb-4bit', 'Llama-3.1-8B-Instruct'],
    ['Qwen3-8B-GGUF', 'Qwen3-8B'],
    ['Qwen2.5-14B-Instruct-AWQ', 'Qwen2.5-14B-Instruct'],
    ['Meta-Llama-3.1-8B-Instruct-AWQ-INT4', 'Meta-Llama-3.1-8B-Instruct'],
    ['GLM-4.5-Air-AWQ-4bit', 'GLM-4.5-Air'],
    ['Qwen3-8B-GPTQ-Int8', 'Qwen3-8B'],
    ['gemma-3-27b-it-GPTQ-4b-128g', 'gemma-3-27b-it'],
    ['Llama-3.2-1B-Instruct-FP8-dynamic', 'Llama-3.2-1B-Instruct'],
    ['Qwen3-30B-A3B-FP8-block', 'Qwen3-30B-A3B'],
    ['DeepSeek-V3.1-NVFP4', 'DeepSeek-V3.1'],
    ['DeepSeek-R1-0528-NVFP4-v2', 'DeepSeek-R1-0528'],
    ['gpt-oss-20b-MXFP4', 'gpt-oss-20b'],
    ['LFM2-24B-A2B-MXFP4_MOE-GGUF', 'LFM2-24B-A2B'],
    ['pixtral-12b-quantized.w4a16', 'pixtral-12b'],
    ['Qwen3-8B-int4-AutoRound', 'Qwen3-8B'],
    ['MiniMax-M2-gguf-q2ks-mixed-AutoRound', 'MiniMax-M2'],
    ['Qwen3-0.6B-MLX-4bit', 'Qwen3-0.6B'],
    ['Qwen3.6-27B-UD-MLX-4bit', 'Qwen3.6-27B'],
    ['Kimi-K2.6-mlx-DQ3_K_M-q8', 'Kimi-K2.6'],
    ['Qwen3.6-35B-A3B-4bit-DWQ', 'Qwen3.6-35B-A3B'],
    ['Qwen3-8B-4bit-DWQ-053125', 'Qwen3-8B'],
    ['gpt-oss-20b-BF16', 'gpt-oss-20b'],
    ['Foo-7B-i1-GGUF', 'Foo-7B'],
    ['Foo-7B-GGUF-IQ-Imatrix', 'Foo-7B'],
    ['Foo-7B-4.0bpw-h6-exl2', 'Foo-7B'],
    ['Foo-7B-exl3', 'Foo-7B'],
    ['Qwen3-8B-int4-cw-ov', 'Qwen3-8B'],
    ['all-MiniLM-L6-v2-ONNX', 'all-MiniLM-L6-v2'],
    ['gemma-3-4b-it-qat-q4_0-gguf', 'gemma-3-4b-it'],
    ['Devstral-Small-2507_gguf', 'Devstral-Small-2507'],
    ['GLM-4.6-GPTQ-Int4-Int8Mix', 'GLM-4.6'],
    ['GLM-4.5-Air-AWQ-FP16Mix', 'GLM-4.5-Air'],
    ['Qwen3-Reranker-4B-GGUF-llama_cpp', 'Qwen3-Reranker-4B'],
    ['Qwen_QwQ-32B-Preview_MLX-4bit', 'Qwen_QwQ-32B-Preview'],
    // A packing of something more: the name that is left is that of the other model.
    ['Qwen3-8B-abliterated-GGUF', 'Qwen3-8B-abliterated'],
    ['Qwen3.5-9B-Claude-4.6-Opus-Reasoning-Distilled-GGUF', 'Qwen3.5-9B-Claude-4.6-Opus-Reasoning-Distilled'],
    ['Qwen3-8B-128K-GGUF', 'Qwen3-8B-128K'],
  ])('%s: %s', (name, original) => {
    expect(repackedName(name)).toBe(original);
  });

  it.each([
    'Qwen3-8B',
    'Foo-7B-v2',
    'Foo-4b',
    'unsloth-static',
    'Foo-mixed',
    'Qwen3.5-27B',
    'GGUF',
    'Foo-7B-heretic',
    'Llama-3.1-8B-Instruct-Derestricted',
  ])('%s is no packing', (name) => {
    expect(repackedName(name)).toBeUndefined();
  });
});
