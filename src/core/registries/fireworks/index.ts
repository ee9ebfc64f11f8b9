import { loader } from '../define';
import { fireworksPath } from './path';
import { fireworksSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Models that Fireworks AI runs: `accounts/fireworks/models/llama-v3p1-70b-instruct`. */
export const fireworks: RegistryDefinition = {
  kind: 'service',
  prefixes: ['fireworks_ai', 'fireworks', 'fireworks-ai'],
  ownPath: fireworksPath,
  apiHosts: ['fireworks.ai'],
  clients: ['Fireworks'],
  factories: ['fireworks'],
  loaders: [
    loader('fireworks', 'ChatFireworks FireworksEmbeddings', {
      keywords: 'model model_name modelName',
      role: 'calls',
    }),
  ],
  marks: ['api.fireworks.ai'],
  keyWords: ['fireworks'],
  takesHubIds: true,
  resells: ['deepseek', 'alibaba'],
  resellsOnlyWeightsOf: ['deepseek', 'alibaba'],
  spelling: fireworksSpelling,
  servesOthers: true,
};
