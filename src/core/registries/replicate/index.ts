import { loader, program } from '../define';
import { readReplicateAddress, readReplicateApi } from './address';
import { replicateSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Models that Replicate runs: `owner/name`, with a version as a hash behind a colon. */
export const replicate: RegistryDefinition = {
  kind: 'service',
  hasOwnProtocol: true,
  prefixes: ['replicate'],
  ownerPrefixes: ['replicate'],
  addresses: [
    { host: 'replicate.com', read: readReplicateAddress, isBare: true },
    { host: 'www.replicate.com', read: readReplicateAddress },
    { host: 'api.replicate.com', read: readReplicateApi },
  ],
  clients: ['Replicate'],
  factories: ['replicate'],
  loaders: [
    loader('replicate', 'run stream predictions', {
      receivers: 'replicate client Replicate',
      keywords: 'ref model',
      role: 'calls',
    }),
    loader('replicate', 'get async_get', { receivers: 'replicate', keywords: 'key', role: 'calls' }),
    loader('replicate', 'create async_create', {
      receivers: 'replicate',
      keywords: 'version model ref',
      role: 'calls',
    }),
  ],
  programs: [program('replicate', 'calls', 'run')],
  marks: ['import replicate', '"replicate"'],
  keyWords: ['replicate'],
  takesHubIds: true,
  spelling: replicateSpelling,
  servesOthers: true,
};
