import { loader } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/** Models that Cerebras runs: `llama3.1-8b`, `qwen-3-235b-a22b-instruct-2507`. */
export const cerebras: RegistryDefinition = {
  kind: 'service',
  prefixes: ['cerebras'],
  apiHosts: ['api.cerebras.ai'],
  clients: ['Cerebras'],
  factories: ['cerebras'],
  loaders: [loader('cerebras', 'ChatCerebras', { keywords: 'model model_name', role: 'calls' })],
  environment: ['CEREBRAS_API_KEY'],
  marks: ['api.cerebras.ai', 'cerebras.cloud.sdk'],
  keyWords: ['cerebras'],
  resells: ['openai', 'alibaba', 'zhipu'],
  resellsOnlyWeightsOf: ['openai', 'alibaba', 'zhipu'],
  spelling: hostedBy('cerebras'),
  servesOthers: true,
};
