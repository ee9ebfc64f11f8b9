import { constants, loader, names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of Voyage AI's API: `voyage-3-large`, `rerank-2`. */
export const voyage: RegistryDefinition = {
  kind: 'service',
  prefixes: ['voyage', 'voyageai'],
  ownerPrefixes: ['voyage', 'voyageai'],
  constants: [
    // https://github.com/langchain4j/langchain4j (VoyageAiEmbeddingModelName.java and that beside it)
    constants(/langchain4j\.model\.voyageai/, 'VoyageAiEmbeddingModelName VoyageAiScoringModelName'),
  ],
  factories: ['voyage'],
  loaders: [loader('pgai', 'voyageai_embed embedding_voyageai', { keywords: 'model', role: 'calls' })],
  keyWords: ['voyage'],
  names: [
    ...names(
      'digit',
      'voyage- voyage-code- voyage-large- voyage-lite-0 voyage-law- voyage-finance- ' +
        'voyage-multilingual- voyage-multimodal- rerank-',
    ),
  ],
  spelling: hostedBy('voyage'),
  triedWithoutForm: 7,
};
