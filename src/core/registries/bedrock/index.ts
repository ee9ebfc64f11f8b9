import { endpoint } from '../address';
import { loader } from '../define';
import { bedrockSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/**
 * Models on Amazon Bedrock: `anthropic.claude-3-haiku-20240307-v1:0`, with a region group before it (`us.`) in
 * inference profiles.
 */
export const bedrock: RegistryDefinition = {
  kind: 'service',
  renamesOthers: true,
  hasBroadModule: true,
  prefixes: ['bedrock', 'amazon-bedrock', 'bedrock_converse'],
  providers: ['aws', 'awsbedrock'],
  addresses: [{ isHost: (host) => host.startsWith('bedrock-runtime.'), read: endpoint('model', true) }],
  factories: ['bedrock', 'amazonBedrock'],
  loaders: [
    loader(
      'bedrock',
      'ChatBedrock BedrockChat BedrockEmbeddings BedrockLLM ChatBedrockConverse BedrockModel ' +
        'invoke_model invoke_model_with_response_stream converse converse_stream',
      { keywords: 'model model_id modelId', role: 'calls' },
    ),
  ],
  keyWords: ['bedrock'],
  spelling: bedrockSpelling,
};
