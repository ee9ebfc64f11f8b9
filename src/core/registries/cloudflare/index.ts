import { loader } from '../define';
import { readCloudflareAddress } from './address';
import { cloudflarePath } from './path';
import { cloudflareSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Models of Cloudflare Workers AI: `@cf/meta/llama-3.1-8b-instruct`. */
export const cloudflare: RegistryDefinition = {
  kind: 'service',
  renamesOthers: true,
  prefixes: ['cloudflare', 'workers-ai', 'cloudflare-workers-ai'],
  ownerPrefixes: ['cloudflare'],
  ownPath: cloudflarePath,
  addresses: [{ host: 'api.cloudflare.com', read: readCloudflareAddress }],
  factories: ['workersai', 'workersAI', 'createWorkersAI'],
  loaders: [loader('cloudflare', 'run', { receivers: 'AI ai', role: 'calls' })],
  keyWords: ['cloudflare'],
  takesHubIds: true,
  spelling: cloudflareSpelling,
  servesOthers: true,
};
