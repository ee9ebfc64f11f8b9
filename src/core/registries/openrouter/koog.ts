import { constants, named } from '../define';
import type { ConstantsDefinition } from '../registry';

/**
 * Constants whose letters do not tell the id, or whose model is of no service of its own. The library writes `meta/`
 * for those of Llama 3, a maker that OpenRouter has not: its own names of the same models stand here.
 */
const NAMED = named([
  'Phi4Reasoning microsoft/phi-4-reasoning:free',
  'Claude3_5Sonnet anthropic/claude-3.5-sonnet',
  'Claude3_7Sonnet anthropic/claude-3.7-sonnet',
  'Claude4Sonnet anthropic/claude-sonnet-4',
  'Claude4_1Opus anthropic/claude-opus-4.1',
  'Claude4_5Haiku anthropic/claude-haiku-4.5',
  'Claude4_5Sonnet anthropic/claude-sonnet-4.5',
  'Claude4_5Opus anthropic/claude-opus-4.5',
  'Claude4_6Sonnet anthropic/claude-sonnet-4.6',
  'Claude4_6Opus anthropic/claude-opus-4.6',
  'Claude3VisionSonnet anthropic/claude-3-sonnet-vision',
  'Claude3VisionOpus anthropic/claude-3-opus-vision',
  'Claude3VisionHaiku anthropic/claude-3-haiku-vision',
  'GPT35Turbo openai/gpt-3.5-turbo',
  'GPT5Chat openai/gpt-5-chat',
  'GPT_OSS_120b openai/gpt-oss-120b',
  'Llama3 meta-llama/llama-3-70b',
  'Llama3Instruct meta-llama/llama-3-70b-instruct',
  'Mistral7B mistralai/mistral-7b-instruct',
  'Mixtral8x7B mistralai/mixtral-8x7b-instruct',
  'DeepSeekV30324 deepseek/deepseek-chat-v3-0324',
  'Qwen2_5 qwen/qwen-2.5-72b-instruct',
  'Qwen3VL qwen/qwen3-vl-8b-instruct',
  'OpenAITextEmbedding3Small openai/text-embedding-3-small',
  'OpenAITextEmbedding3Large openai/text-embedding-3-large',
  'OpenAITextEmbeddingAda002 openai/text-embedding-ada-002',
  'GoogleGeminiEmbedding001 google/gemini-embedding-001',
  'MistralEmbed2312 mistralai/mistral-embed-2312',
  'MistralCodestralEmbed2505 mistralai/codestral-embed-2505',
  'Qwen3Embedding8B qwen/qwen3-embedding-8b',
  'Qwen3Embedding4B qwen/qwen3-embedding-4b',
  'BaaiGbeBaseEnV15 baai/bge-base-en-v1.5',
  'BaaiBgeLargeEnV15 baai/bge-large-en-v1.5',
  'BaaiBgeM3 baai/bge-m3',
  'ThenlperGteBase thenlper/gte-base',
  'ThenlperGteLarge thenlper/gte-large',
  'IntfloatE5BaseV2 intfloat/e5-base-v2',
  'IntfloatE5LargeV2 intfloat/e5-large-v2',
  'IntfloatMultilingualE5Large intfloat/multilingual-e5-large',
  'SentenceTransformersAllMiniLmL6V2 sentence-transformers/all-minilm-l6-v2',
  'SentenceTransformersAllMiniLmL12V2 sentence-transformers/all-minilm-l12-v2',
  'SentenceTransformersAllMpnetBaseV2 sentence-transformers/all-mpnet-base-v2',
  'SentenceTransformersMultiQaMpnetBaseDotV1 sentence-transformers/multi-qa-mpnet-base-dot-v1',
  'SentenceTransformersParaphraseMiniLmL6V2 sentence-transformers/paraphrase-minilm-l6-v2',
]);

const PACKAGE = /koog\.prompt\.executor\.clients\.openrouter/;

/** Constants of Koog: https://github.com/JetBrains/koog (OpenRouterModels.kt). */
export const KOOG: readonly ConstantsDefinition[] = [
  constants(PACKAGE, 'OpenRouterModels', { named: NAMED }),
  ...(['anthropic', 'openai', 'google'] as const).map((spells) =>
    constants(PACKAGE, 'OpenRouterModels', { spells, front: `${spells}/` }),
  ),
];
