import { constants, names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of DeepSeek's API: `deepseek-chat`, `deepseek-reasoner`. */
export const deepseek: RegistryDefinition = {
  kind: 'service',
  prefixes: ['deepseek'],
  ownerPrefixes: ['deepseek'],
  constants: [
    // https://github.com/0xPlaygrounds/rig (providers/deepseek.rs)
    constants(/\brig(?:_core)?::/, 'deepseek', { hasWords: true }),
    // https://github.com/spring-projects/spring-ai (DeepSeekApi.java), https://github.com/camel-ai/camel (enums.py),
    // https://github.com/cohesion-org/deepseek-go (models.go), https://github.com/JetBrains/koog (DeepSeekModels.kt)
    constants(
      /springframework\.ai\.deepseek|\bcamel\.types\b|cohesion-org\/deepseek-go|koog\.[\w.]{1,60}\.deepseek/,
      'ChatModel ModelType deepseek DeepSeekModels',
      { hasWords: true },
    ),
  ],
  factories: ['deepseek'],
  keyWords: ['deepseek'],
  names: [...names('word', 'deepseek-')],
  spelling: hostedBy('deepseek'),
  servesOthers: true,
};
