import { bedrockSpelling } from '../bedrock/spelling';
import { names } from '../define';
import type { RegistryDefinition } from '../registry';

/** Amazon's own models by their own names, `nova-pro`; on Bedrock they are `bedrock`. */
export const amazon: RegistryDefinition = {
  kind: 'service',
  calledAt: 'bedrock',
  prefixes: ['amazon', 'amazon_nova'],
  ownerPrefixes: ['amazon'],
  names: [...names('word', 'nova-')],
  spelling: bedrockSpelling,
  servesOthers: true,
};
