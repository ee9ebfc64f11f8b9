import { constants, loader, names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of Cohere's API: `command-r-plus`, `embed-english-v3.0`, `rerank-v3.5`. */
export const cohere: RegistryDefinition = {
  kind: 'service',
  hasOwnProtocol: true,
  prefixes: ['cohere', 'cohere_chat'],
  ownerPrefixes: ['cohere'],
  apiHosts: ['api.cohere'],
  constants: [
    // https://github.com/0xPlaygrounds/rig (providers/cohere)
    constants(/\brig(?:_core)?::/, 'cohere', { hasWords: true }),
  ],
  factories: ['cohere'],
  loaders: [
    loader('pgai', 'cohere_embed cohere_chat_complete cohere_rerank cohere_classify', {
      keywords: 'model',
      role: 'calls',
    }),
    loader('cohere', 'ChatCohere CohereEmbeddings CohereRerank CohereModel', {
      keywords: 'model model_name modelName',
      role: 'calls',
    }),
  ],
  keyWords: ['cohere'],
  names: [
    ...names(
      'any',
      'command-r command-a- command-light command-nightly embed-english- embed-multilingual- embed-v ' +
        'rerank-v rerank-english- rerank-multilingual- c4ai-aya- c4ai-command-',
    ),
  ],
  spelling: hostedBy('cohere'),
  triedWithoutForm: 5,
};
