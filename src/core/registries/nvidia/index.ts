import { ownerAndName } from '../address';
import { loader } from '../define';
import { isHubId } from '../names/hubId';
import { nimPath } from './path';
import { nvidiaSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/**
 * Models of NVIDIA's API catalog and NIM containers: `meta/llama-3.1-8b-instruct`,
 * `nvcr.io/nim/meta/llama-3.1-8b-instruct:1.3`.
 */
export const nvidia: RegistryDefinition = {
  kind: 'service',
  hasBroadModule: true,
  prefixes: ['nvidia_nim', 'nvidia'],
  providers: ['nim', 'nvidiaaiendpoints'],
  ownerPrefixes: ['nvidia'],
  ownPath: nimPath,
  addresses: [{ host: 'build.nvidia.com', read: ownerAndName(isHubId), isBare: true }],
  apiHosts: ['integrate.api.nvidia'],
  loaders: [
    loader('nvidia', 'ChatNVIDIA NVIDIAEmbeddings NVIDIARerank', {
      keywords: 'model model_name',
      role: 'calls',
    }),
  ],
  environment: ['NVIDIA_API_KEY'],
  marks: [
    'nvidia_ai_endpoints',
    'engine: nim',
    'integrate.api.nvidia',
    'nvidia nim',
    'chatnvidia',
    'nvcr.io/nim',
  ],
  keyWords: ['nvidia', 'nim'],
  takesHubIds: true,
  namesOwners: true,
  resells: ['mistral', 'deepseek'],
  resellsOnlyWeightsOf: ['mistral', 'deepseek'],
  spelling: nvidiaSpelling,
  servesOthers: true,
};
