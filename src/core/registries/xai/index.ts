import { constants, names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of xAI's API: `grok-4`, `grok-code-fast-1`. */
export const xai: RegistryDefinition = {
  kind: 'service',
  prefixes: ['xai', 'x-ai', 'spacexai'],
  providers: ['grok'],
  ownerPrefixes: ['xai'],
  // https://github.com/0xPlaygrounds/rig (providers/xai)
  constants: [constants(/\brig(?:_core)?::/, 'xai', { hasWords: true })],
  factories: ['xai'],
  keyWords: ['xai'],
  names: [...names('digit', 'grok-'), ...names('any', 'grok-beta grok-vision-beta grok-code-fast-')],
  spelling: hostedBy('xai'),
  triedWithoutForm: 6,
};
