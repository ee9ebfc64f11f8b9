import { constants, loader, names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of Mistral's API: `mistral-large-latest`, `open-mixtral-8x7b`, `codestral-2501`. */
export const mistral: RegistryDefinition = {
  kind: 'service',
  prefixes: ['mistral', 'mistralai', 'codestral', 'text-completion-codestral'],
  ownerPrefixes: ['mistral', 'mistralai'],
  apiHosts: ['api.mistral.ai'],
  clients: ['Mistral', 'MistralClient'],
  constants: [
    // https://github.com/langchain4j/langchain4j (MistralAiChatModelName.java and those beside it),
    // https://github.com/spring-projects/spring-ai (MistralAiApi.java)
    constants(
      /langchain4j\.model\.mistralai|springframework\.ai\.mistralai/,
      'ChatModel EmbeddingModel MistralAiChatModelName MistralAiEmbeddingModelName MistralAiFimModelName',
      { hasWords: true },
    ),
    // https://github.com/Gage-Technologies/mistral-go (types.go)
    constants(/mistral-go\b/, 'mistral', { hasWords: true, leads: ['Model'] }),
    // https://github.com/tghamm/Mistral.SDK (ModelDefinitions.cs)
    constants(/\bMistral\.SDK\b/, 'ModelDefinitions', { hasWords: true }),
    // https://github.com/0xPlaygrounds/rig (providers/mistral)
    constants(/\brig(?:_core)?::/, 'mistral', { hasWords: true }),
    // https://github.com/symfony/ai (Mistral.php), https://github.com/LLPhant/LLPhant (MistralAIChatModel.php)
    constants(/Bridge\\Mistral\b|\bLLPhant\\/, 'Mistral MistralAIChatModel', { hasWords: true }),
    // https://github.com/camel-ai/camel (enums.py)
    constants(/\bcamel\.types\b/, 'ModelType', {
      named: {
        MISTRAL_7B: 'open-mistral-7b',
        MISTRAL_NEMO: 'open-mistral-nemo',
        MISTRAL_PIXTRAL_12B: 'pixtral-12b-2409',
      },
    }),
  ],
  factories: ['mistral'],
  loaders: [
    loader('mistral', 'ChatMistralAI MistralAIEmbeddings MistralAI MistralModel', {
      keywords: 'model model_name modelName',
      role: 'calls',
    }),
  ],
  keyWords: ['mistral'],
  names: [
    ...names(
      'any',
      'mistral-tiny mistral-small mistral-medium mistral-large mistral-saba- mistral-embed ' +
        'mistral-moderation- mistral-ocr- open-mistral- open-mixtral- open-codestral- labs-devstral- ' +
        'labs-mistral- labs-leanstral- codestral- pixtral- magistral- devstral- voxtral- ministral-',
    ),
  ],
  spelling: hostedBy('mistral'),
  servesOthers: true,
  triedWithoutForm: 4,
};
