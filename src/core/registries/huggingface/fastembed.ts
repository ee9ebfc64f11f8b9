import { constants, words } from '../define';
import type { ConstantsDefinition } from '../registry';

/**
 * What FastEmbed for Rust loads: `InitOptions::new(EmbeddingModel::BGESmallENV15)`.
 *
 * Each repository stands before the constants that stand for it, of `ModelInfo.model_code` in
 * https://github.com/Anush008/fastembed-rs (src/models).
 */

const EMBEDDERS = [
  'Alibaba-NLP/gte-base-en-v1.5 GTEBaseENV15 GTEBaseENV15Q',
  'Alibaba-NLP/gte-large-en-v1.5 GTELargeENV15 GTELargeENV15Q',
  'BAAI/bge-m3 BGEM3',
  'intfloat/multilingual-e5-base MultilingualE5Base',
  'intfloat/multilingual-e5-small MultilingualE5Small',
  'jinaai/jina-embeddings-v2-base-code JinaEmbeddingsV2BaseCode',
  'jinaai/jina-embeddings-v2-base-en JinaEmbeddingsV2BaseEN',
  'lightonai/modernbert-embed-large ModernBertEmbedLarge',
  'mixedbread-ai/mxbai-embed-large-v1 MxbaiEmbedLargeV1 MxbaiEmbedLargeV1Q',
  'nomic-ai/nomic-embed-text-v1 NomicEmbedTextV1',
  'nomic-ai/nomic-embed-text-v1.5 NomicEmbedTextV15 NomicEmbedTextV15Q',
  'onnx-community/embeddinggemma-300m-ONNX EmbeddingGemma300M EmbeddingGemma300MQ EmbeddingGemma300MQ4',
  'Qdrant/all-MiniLM-L6-v2-onnx AllMiniLML6V2',
  'Qdrant/bge-base-en-v1.5-onnx-Q BGEBaseENV15Q',
  'Qdrant/bge-large-en-v1.5-onnx-Q BGELargeENV15Q',
  'Qdrant/bge-small-en-v1.5-onnx-Q BGESmallENV15Q',
  'Qdrant/clip-ViT-B-32-text ClipVitB32',
  'Qdrant/multilingual-e5-large-onnx MultilingualE5Large',
  'Qdrant/paraphrase-multilingual-MiniLM-L12-v2-onnx-Q ParaphraseMLMiniLML12V2Q',
  'snowflake/snowflake-arctic-embed-l SnowflakeArcticEmbedL SnowflakeArcticEmbedLQ',
  'Snowflake/snowflake-arctic-embed-m SnowflakeArcticEmbedM SnowflakeArcticEmbedMQ',
  'snowflake/snowflake-arctic-embed-m-long SnowflakeArcticEmbedMLong SnowflakeArcticEmbedMLongQ',
  'snowflake/snowflake-arctic-embed-s SnowflakeArcticEmbedS SnowflakeArcticEmbedSQ',
  'snowflake/snowflake-arctic-embed-xs SnowflakeArcticEmbedXS SnowflakeArcticEmbedXSQ',
  'Xenova/all-MiniLM-L12-v2 AllMiniLML12V2 AllMiniLML12V2Q',
  'Xenova/all-MiniLM-L6-v2 AllMiniLML6V2Q',
  'Xenova/all-mpnet-base-v2 AllMpnetBaseV2',
  'Xenova/bge-base-en-v1.5 BGEBaseENV15',
  'Xenova/bge-large-en-v1.5 BGELargeENV15',
  'Xenova/bge-large-zh-v1.5 BGELargeZHV15',
  'Xenova/bge-small-en-v1.5 BGESmallENV15',
  'Xenova/bge-small-zh-v1.5 BGESmallZHV15',
  'Xenova/paraphrase-multilingual-MiniLM-L12-v2 ParaphraseMLMiniLML12V2',
  'Xenova/paraphrase-multilingual-mpnet-base-v2 ParaphraseMLMpnetBaseV2',
];

const OTHERS = [
  'BAAI/bge-m3 BGEM3',
  'BAAI/bge-reranker-base BGERerankerBase',
  'jinaai/jina-reranker-v1-turbo-en JINARerankerV1TurboEn',
  'jinaai/jina-reranker-v2-base-multilingual JINARerankerV2BaseMultiligual',
  'nomic-ai/nomic-embed-vision-v1.5 NomicEmbedVisionV15',
  'Qdrant/clip-ViT-B-32-vision ClipVitB32',
  'Qdrant/resnet50-onnx Resnet50',
  'Qdrant/Splade_PP_en_v1 SPLADEPPV1',
  'Qdrant/Unicom-ViT-B-16 UnicomVitB16',
  'Qdrant/Unicom-ViT-B-32 UnicomVitB32',
  'rozgo/bge-reranker-v2-m3 BGERerankerV2M3',
];

function fastembed(types: string, repositories: readonly string[]): ConstantsDefinition {
  const named = repositories.flatMap((line) => {
    const [repository = '', ...names] = words(line);
    return names.map((name) => [name, repository] as const);
  });
  return constants(/\bfastembed::/, types, { named: Object.fromEntries(named) });
}

export const FASTEMBED: readonly ConstantsDefinition[] = [
  fastembed('EmbeddingModel', EMBEDDERS),
  fastembed('ImageEmbeddingModel RerankerModel SparseModel', OTHERS),
];
