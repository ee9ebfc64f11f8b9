import { ownerAndName } from '../address';
import { isHubId } from '../names/hubId';
import { KOOG } from './koog';
import { openrouterSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Models behind OpenRouter, `vendor/name[:route]`: `anthropic/claude-3.5-sonnet`, `deepseek/deepseek-r1:free`. */
export const openrouter: RegistryDefinition = {
  kind: 'service',
  modules: ['@openrouter/ai-sdk-provider'],
  prefixes: ['openrouter'],
  addresses: [{ host: 'openrouter.ai', read: ownerAndName(isHubId), isBare: true }],
  apiHosts: ['openrouter.ai'],
  constants: KOOG,
  factories: ['openrouter'],
  marks: ['openrouter'],
  prefixMarks: ['openrouter'],
  keyWords: ['openrouter'],
  takesHubIds: true,
  spelling: openrouterSpelling,
  servesOthers: true,
};
