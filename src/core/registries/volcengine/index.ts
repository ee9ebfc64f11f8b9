import { names } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/**
 * Models on ByteDance's Volcano Engine and, abroad, BytePlus: `doubao-1-5-pro-32k-250115`,
 * `doubao-seed-1-6-flash-250615`.
 */
export const volcengine: RegistryDefinition = {
  kind: 'service',
  modules: ['volcenginesdkarkruntime'],
  prefixes: ['volcengine', 'byteplus', 'doubao'],
  providers: ['ark', 'volces', 'volcano'],
  apiHosts: ['volces.com', 'bytepluses.com'],
  clients: ['Ark'],
  environment: ['ARK_API_KEY'],
  marks: ['volces.com', 'bytepluses.com', 'volcenginesdkarkruntime', 'byteplussdkarkruntime'],
  keyWords: ['volcengine', 'byteplus', 'doubao'],
  names: [
    ...names(
      'any',
      'doubao-seed- doubao-pro- doubao-lite- doubao-vision- doubao-embedding doubao-seedream- doubao-seedance-',
    ),
    ...names('digit', 'doubao- seed-1- seedream- seedance-'),
  ],
  spelling: hostedBy('volcengine'),
  servesOthers: true,
};
