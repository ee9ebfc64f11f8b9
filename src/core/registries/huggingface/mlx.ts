import { constants, words } from '../define';
import type { ConstantsDefinition } from '../registry';

/** Repositories of `mlx-community`, each with the constants that stand for it. */
const REPOSITORIES: readonly string[] = [
  'AI21-Jamba-Reasoning-3B-4bit jamba_3b_4bit',
  'AceReason-Nemotron-7B-4bit acereason_7b_4bit',
  'Baichuan-M1-14B-Instruct-4bit-ft baichuan_m1_14b_instruct_4bit',
  'CodeLlama-13b-Instruct-hf-4bit-MLX codeLlama13b4bit',
  'DeepSeek-R1-4bit deepseek_r1_4bit',
  'DeepSeek-R1-Distill-Qwen-7B-4bit deepSeekR1_7B_4bit',
  'ERNIE-4.5-0.3B-PT-bf16-ft ernie_45_0_3BPT_bf16_ft',
  'GLM-4-9B-0414-4bit glm4_9b_4bit',
  'Granite-4.0-H-Tiny-4bit-DWQ granite_4_0_h_tiny_4bit_dwq',
  'LFM2-1.2B-4bit lfm2_1_2b_4bit',
  'LFM2-8B-A1B-3bit-MLX lfm2_8b_a1b_3bit_mlx',
  'Ling-mini-2.0-2bit-DWQ ling_mini_2_2bit',
  'Llama-3.2-1B-Instruct-4bit llama3_2_1B_4bit',
  'Llama-3.2-3B-Instruct-4bit llama3_2_3B_4bit',
  'Meta-Llama-3-8B-Instruct-4bit llama3_8B_4bit',
  'Meta-Llama-3.1-8B-Instruct-4bit llama3_1_8B_4bit',
  'MiMo-7B-SFT-4bit mimo_7b_sft_4bit',
  'Mistral-7B-Instruct-v0.3-4bit mistral7B4bit',
  'Mistral-Nemo-Instruct-2407-4bit mistralNeMo4bit',
  'OLMo-2-1124-7B-Instruct-4bit olmo_2_1124_7B_Instruct_4bit',
  'OLMoE-1B-7B-0125-Instruct-4bit olmoe_1b_7b_0125_instruct_4bit',
  'OpenELM-270M-Instruct openelm270m4bit',
  'Phi-3.5-MoE-instruct-4bit phi3_5MoE',
  'Phi-3.5-mini-instruct-4bit phi3_5_4bit',
  'Qwen1.5-0.5B-Chat-4bit qwen205b4bit',
  'Qwen2.5-1.5B-Instruct-4bit qwen2_5_1_5b',
  'Qwen2.5-7B-Instruct-4bit qwen2_5_7b',
  'Qwen3-0.6B-4bit qwen3_0_6b_4bit',
  'Qwen3-1.7B-4bit qwen3_1_7b_4bit',
  'Qwen3-30B-A3B-4bit qwen3MoE_30b_a3b_4bit',
  'Qwen3-4B-4bit qwen3_4b_4bit',
  'Qwen3-8B-4bit qwen3_8b_4bit',
  'Qwen3.5-2B-4bit qwen3_5_2b_4bit',
  'Qwen3.6-27B-4bit qwen3_6_27b_4bit',
  'SmolLM-135M-Instruct-4bit smolLM_135M_4bit',
  'SmolLM3-3B-4bit smollm3_3b_4bit',
  'bitnet-b1.58-2B-4T-4bit bitnet_b1_58_2b_4t_4bit',
  'exaone-4.0-1.2b-4bit exaone_4_0_1_2b_4bit',
  'gemma-2-2b-it-4bit gemma_2_2b_it_4bit',
  'gemma-2-9b-it-4bit gemma_2_9b_it_4bit',
  'gemma-3-1b-it-qat-4bit gemma3_1B_qat_4bit',
  'gemma-3n-E2B-it-lm-4bit gemma3n_E2B_it_lm_4bit',
  'gemma-3n-E2B-it-lm-bf16 gemma3n_E2B_it_lm_bf16',
  'gemma-3n-E4B-it-lm-4bit gemma3n_E4B_it_lm_4bit',
  'gemma-3n-E4B-it-lm-bf16 gemma3n_E4B_it_lm_bf16',
  'gemma-4-e2b-it-4bit gemma4_e2b_it_4bit',
  'gemma-4-e4b-it-4bit gemma4_e4b_it_4bit',
  'gpt-oss-20b-MXFP4-Q8 gpt_oss_20b_MXFP4_Q8',
  'granite-3.3-2b-instruct-4bit granite3_3_2b_4bit',
  'lille-130m-instruct-bf16 lille_130m_bf16',
  'phi-2-hf-4bit-mlx phi4bit',
  'quantized-gemma-2b-it gemma2bQuantized',
];

/** Constants of MLX for Swift: https://github.com/ml-explore/mlx-swift-lm (LLMModelFactory.swift). */
export const MLX: ConstantsDefinition = constants(/^import MLX\w*\s*$/m, 'LLMRegistry ModelRegistry', {
  named: Object.fromEntries(
    REPOSITORIES.flatMap((line) => {
      const [repository = '', ...names] = words(line);
      return names.map((name) => [name, `mlx-community/${repository}`] as const);
    }),
  ),
});
