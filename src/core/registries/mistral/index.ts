import { loader, names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of Mistral's API: `mistral-large-latest`, `open-mixtral-8x7b`, `codestral-2501`. */
export const mistral: RegistryDefinition = {
  kind: 'service',
  prefixes: ['mistral', 'mistralai', 'codestral', 'text-completion-codestral'],
  ownerPrefixes: ['mistral', 'mistralai'],
  apiHosts: ['api.mistral.ai'],
  clients: ['Mistral', 'MistralClient'],
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
