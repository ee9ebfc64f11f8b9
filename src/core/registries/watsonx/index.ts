import { loader } from '../define';
import { watsonxSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** Models of IBM watsonx.ai: `ibm/granite-3-8b-instruct`, `meta-llama/llama-3-3-70b-instruct`. */
export const watsonx: RegistryDefinition = {
  kind: 'service',
  hasOwnProtocol: true,
  prefixes: ['watsonx', 'watsonx_text'],
  providers: ['ibm', 'watsonxai'],
  apiHosts: ['ml.cloud.ibm.com'],
  loaders: [
    loader('watsonx', 'ChatWatsonx WatsonxLLM WatsonxEmbeddings', {
      keywords: 'model_id model',
      role: 'calls',
    }),
    loader('watsonx', 'ModelInference', { at: [], keywords: 'model_id', role: 'calls', literalOnly: true }),
  ],
  environment: ['WATSONX_API_KEY', 'WATSONX_URL'],
  marks: ['ml.cloud.ibm.com', 'ibm_watsonx_ai'],
  keyWords: ['watsonx'],
  takesHubIds: true,
  spelling: watsonxSpelling,
  servesOthers: true,
};
