import { names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of Upstage's API: `solar-pro`, `solar-embedding-1-large-query`. */
export const upstage: RegistryDefinition = {
  kind: 'service',
  prefixes: ['upstage'],
  ownerPrefixes: ['upstage'],
  names: [...names('any', 'solar-pro solar-mini solar-1-mini solar-embedding-1')],
  spelling: hostedBy('upstage'),
};
