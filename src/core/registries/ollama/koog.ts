import { constants, named } from '../define';
import type { ConstantsDefinition } from '../registry';

/**
 * Constants of Koog: https://github.com/JetBrains/koog (OllamaModels.kt, and OllamaEmbeddingModels.kt of earlier
 * versions).
 */
export const KOOG: ConstantsDefinition = constants(
  /koog\.(?:prompt\.llm\.OllamaModels|prompt\.executor\.ollama|embeddings\.local)|koog\.prompt\.llm\.\*/,
  'OllamaModels OllamaEmbeddingModels',
  {
    named: named([
      'LLAMA_3_GROK_TOOL_USE_8B llama3-groq-tool-use:8b',
      'LLAMA_3_GROK_TOOL_USE_70B llama3-groq-tool-use:70b',
      'LLAMA_3_2_3B llama3.2:3b',
      'LLAMA_3_2 llama3.2:latest',
      'LLAMA_4_LATEST llama4:latest',
      'LLAMA_4_SCOUT llama4:scout',
      'LLAMA_4 llama4:latest',
      'LLAMA_GUARD_3 llama-guard3:latest',
      'QWEN_2_5_05B qwen2.5:0.5b',
      'QWEN_3_06B qwen3:0.6b',
      'QWEN_3_5_9B qwen3.5:9b',
      'QWQ_32B qwq:32b',
      'QWQ qwq:32b',
      'QWEN_CODER_2_5_32B qwen2.5-coder:32b',
      'GRANITE_3_2_VISION granite3.2-vision',
      'DEEPSEEK_R1_DISTILL_LLAMA_1_5B deepseek-r1:1.5b',
      'GPT_OSS_20B gpt-oss:20b',
      'NOMIC_EMBED_TEXT nomic-embed-text',
      'ALL_MINI_LM all-minilm',
      'MULTILINGUAL_E5 zylonai/multilingual-e5-large',
      'BGE_LARGE bge-large',
      'MXBAI_EMBED_LARGE mxbai-embed-large',
    ]),
  },
);
