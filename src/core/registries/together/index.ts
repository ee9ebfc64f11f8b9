import { loader } from '../define';
import { togetherSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/**
 * Models that Together AI runs, under the Hub's ids with an ending for how they are served:
 * `meta-llama/Llama-3.3-70B-Instruct-Turbo`.
 */
export const together: RegistryDefinition = {
  kind: 'service',
  prefixes: ['together_ai', 'together', 'togetherai'],
  apiHosts: ['api.together'],
  clients: ['Together'],
  factories: ['togetherai', 'together'],
  loaders: [
    loader('together', 'ChatTogether TogetherEmbeddings TogetherAIModel', {
      keywords: 'model model_name modelName',
      role: 'calls',
    }),
  ],
  marks: ['api.together', 'together.ai', 'together_ai', 'together()'],
  prefixMarks: ['together_ai'],
  keyWords: ['together', 'togetherai'],
  takesHubIds: true,
  resells: ['deepseek', 'alibaba', 'moonshot', 'openai'],
  resellsOnlyWeightsOf: ['deepseek', 'alibaba', 'moonshot', 'openai'],
  spelling: togetherSpelling,
  servesOthers: true,
};
