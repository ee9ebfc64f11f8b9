import { names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of Reka's API: `reka-core`, `reka-flash`. */
export const reka: RegistryDefinition = {
  kind: 'service',
  prefixes: ['reka'],
  ownerPrefixes: ['reka'],
  names: [...names('any', 'reka-core reka-flash reka-edge')],
  spelling: hostedBy('reka'),
};
