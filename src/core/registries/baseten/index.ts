import { basetenSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Models that Baseten runs under the Hub's ids: `deepseek-ai/DeepSeek-V3`. */
export const baseten: RegistryDefinition = {
  kind: 'service',
  prefixes: ['baseten'],
  apiHosts: ['inference.baseten.co'],
  factories: ['baseten'],
  environment: ['BASETEN_API_KEY'],
  marks: ['inference.baseten.co'],
  keyWords: ['baseten'],
  takesHubIds: true,
  spelling: basetenSpelling,
  servesOthers: true,
};
