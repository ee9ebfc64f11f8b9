import { names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of MiniMax's API: `MiniMax-M1`, `abab6.5s-chat`. */
export const minimax: RegistryDefinition = {
  kind: 'service',
  prefixes: ['minimax'],
  ownerPrefixes: ['minimax'],
  names: [...names('digit', 'abab minimax-m MiniMax-M MiniMax-Text-')],
  spelling: hostedBy('minimax'),
};
