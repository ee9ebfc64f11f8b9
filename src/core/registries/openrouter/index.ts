import { ownerAndName } from '../address';
import { constants } from '../define';
import { isHubId } from '../names/hubId';
import { openrouterSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Models behind OpenRouter, `vendor/name[:route]`: `anthropic/claude-3.5-sonnet`, `deepseek/deepseek-r1:free`. */
export const openrouter: RegistryDefinition = {
  kind: 'service',
  modules: ['@openrouter/ai-sdk-provider'],
  prefixes: ['openrouter'],
  addresses: [{ host: 'openrouter.ai', read: ownerAndName(isHubId), isBare: true }],
  apiHosts: ['openrouter.ai'],
  // https://github.com/JetBrains/koog (OpenRouterModels.kt)
  constants: (['anthropic', 'openai', 'google'] as const).map((spells) =>
    constants(/koog\.prompt\.executor\.clients\.openrouter/, 'OpenRouterModels', {
      spells,
      front: `${spells}/`,
    }),
  ),
  factories: ['openrouter'],
  marks: ['openrouter'],
  prefixMarks: ['openrouter'],
  keyWords: ['openrouter'],
  takesHubIds: true,
  spelling: openrouterSpelling,
  servesOthers: true,
};
