import { names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of Moonshot AI's API: `kimi-k2-0711-preview`, `moonshot-v1-8k`. */
export const moonshot: RegistryDefinition = {
  kind: 'service',
  prefixes: ['moonshot', 'moonshotai'],
  providers: ['kimi'],
  ownerPrefixes: ['moonshot', 'moonshotai'],
  factories: ['moonshotai'],
  names: [...names('digit', 'kimi-k'), ...names('any', 'moonshot-v1- kimi-latest')],
  spelling: hostedBy('moonshot'),
};
