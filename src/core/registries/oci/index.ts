import { loader } from '../define';
import type { RegistryDefinition } from '../registry';
import { ociPath } from './path';
import { ociSpelling } from './spelling';

/**
 * Models on Oracle Cloud's Generative AI: `meta.llama-3.3-70b-instruct`, `cohere.command-r-plus-08-2024`,
 * `xai.grok-4`.
 */
export const oci: RegistryDefinition = {
  kind: 'service',
  hasOwnProtocol: true,
  modules: ['oci'],
  prefixes: ['oci'],
  otherSchemes: ['oci'],
  providers: ['oracle'],
  ownPath: ociPath,
  apiHosts: ['oci.oraclecloud.com'],
  loaders: [
    loader('oci', 'ChatOCIGenAI OCIGenAI OCIGenAIEmbeddings', {
      keywords: 'model_id model model_name',
      role: 'calls',
    }),
  ],
  environment: ['OCI_COMPARTMENT_ID'],
  marks: ['oci.oraclecloud.com', 'oci.generative_ai_inference'],
  keyWords: ['oci'],
  spelling: ociSpelling,
};
