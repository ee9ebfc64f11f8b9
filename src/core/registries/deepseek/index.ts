import { names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of DeepSeek's API: `deepseek-chat`, `deepseek-reasoner`. */
export const deepseek: RegistryDefinition = {
  kind: 'service',
  prefixes: ['deepseek'],
  ownerPrefixes: ['deepseek'],
  factories: ['deepseek'],
  keyWords: ['deepseek'],
  names: [...names('word', 'deepseek-')],
  spelling: hostedBy('deepseek'),
  servesOthers: true,
};
