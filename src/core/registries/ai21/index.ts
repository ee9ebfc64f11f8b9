import { names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models of AI21's API: `jamba-large-1.6`, `j2-ultra`. */
export const ai21: RegistryDefinition = {
  kind: 'service',
  prefixes: ['ai21'],
  ownerPrefixes: ['ai21'],
  names: [
    ...names('any', 'jamba-1 jamba-large jamba-mini jamba-instruct j2-ultra j2-mid j2-light j2-grande'),
  ],
  spelling: hostedBy('ai21'),
};
