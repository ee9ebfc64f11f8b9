import { loader } from '../define';
import { readCloudflareAddress } from './address';
import { cloudflarePath } from './path';
import { cloudflareSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Models of Cloudflare Workers AI: `@cf/meta/llama-3.1-8b-instruct`. */
export const cloudflare: RegistryDefinition = {
  kind: 'service',
  renamesOthers: true,
  isWholeCloud: true,
  prefixes: ['cloudflare', 'workers-ai', 'cloudflare-workers-ai'],
  otherSchemes: ['cloudflare'],
  ownerPrefixes: ['cloudflare'],
  ownPath: cloudflarePath,
  addresses: [{ host: 'api.cloudflare.com', read: readCloudflareAddress }],
  // AI Gateway: https://developers.cloudflare.com/ai-gateway/usage/providers/
  passesOn: /^https:\/\/gateway\.ai\.cloudflare\.com\/v1\/[^/\s]+\/[^/\s]+\/([a-z][a-z-]{1,30})(?![\w-])/,
  // Workers AI is of an account; what is under a zone sets up a site:
  // https://developers.cloudflare.com/api/node/resources/rulesets/methods/delete/
  otherAddresses: /^(?:https?:\/\/)?api\.cloudflare\.com\/client\/v4\/zones(?![^/?#\s])/i,
  factories: ['workersai', 'workersAI', 'createWorkersAI'],
  loaders: [loader('cloudflare', 'run', { receivers: 'AI ai', role: 'calls' })],
  keyWords: ['cloudflare'],
  takesHubIds: true,
  spelling: cloudflareSpelling,
  servesOthers: true,
};
