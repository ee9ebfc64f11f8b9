import { endpoint } from '../address';
import { constants, loader, words } from '../define';
import { bedrockSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** `anthropic.claude-3-haiku-20240307-v1:0` for `ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0`. */
function idOfConstant(name: string): string {
  return name
    .toLowerCase()
    .replace(/^([a-z\d]+)_/, '$1.')
    .replace(
      /_(v\d+)_(\d+)(?:_(\d+k))?$/,
      (_, version, part, size) => `-${version}:${part}${size ? `:${size}` : ''}`,
    )
    .replace('llama_', 'llama')
    .replace(/_/g, '-');
}

/**
 * Models on Amazon Bedrock: `anthropic.claude-3-haiku-20240307-v1:0`, with a region group before it (`us.`) in
 * inference profiles.
 */
export const bedrock: RegistryDefinition = {
  kind: 'service',
  hasOwnProtocol: true,
  renamesOthers: true,
  hasBroadModule: true,
  prefixes: ['bedrock', 'amazon-bedrock', 'bedrock_converse'],
  providers: ['aws', 'awsbedrock'],
  addresses: [{ isHost: (host) => host.startsWith('bedrock-runtime.'), read: endpoint('model', true) }],
  constants: [
    // https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_bedrock.FoundationModelIdentifier.html
    // https://github.com/awslabs/generative-ai-cdk-constructs (bedrock/models.ts)
    // https://github.com/run-llama/LlamaIndexTS (community/src/llm/bedrock)
    // https://github.com/camel-ai/camel (enums.py)
    constants(
      /aws[-_]?bedrock|services\.bedrock|\.Bedrock\b|ai[-_]cdk[-_]constructs|@llamaindex\/\w|camel\.types/,
      'FoundationModelIdentifier awsbedrock BedrockFoundationModel BEDROCK_MODELS ModelType',
      {
        leads: words('FoundationModelIdentifier_ ANTHROPIC_ US_ANTHROPIC_ AWS_'),
        idOf: idOfConstant,
        named: {
          AI21_LABS_JURASSIC_2_MID_V1: 'ai21.j2-mid-v1',
          AI21_LABS_JURASSIC_2_ULTRA_V1: 'ai21.j2-ultra-v1',
          AMAZON_TITAN_EMBEDDINGS_G1_TEXT_V1: 'amazon.titan-embed-text-v1',
          AMAZON_TITAN_IMAGE_GENERATOR_G1_V1: 'amazon.titan-image-generator-v1',
          AMAZON_TITAN_MULTIMODAL_EMBEDDINGS_G1_V1: 'amazon.titan-embed-image-v1',
          AMAZON_TITAN_PREMIER_V1_0: 'amazon.titan-text-premier-v1:0',
          AMAZON_TITAN_TEXT_G1_EXPRESS_V1: 'amazon.titan-text-express-v1',
          AWS_CLAUDE_3_5_SONNET: 'anthropic.claude-3-5-sonnet-20241022-v2:0',
          CLAUDE_2: 'anthropic.claude-v2',
          CLAUDE_2_1: 'anthropic.claude-v2:1',
          CLAUDE_3_5_HAIKU: 'anthropic.claude-3-5-haiku-20241022-v1:0',
          CLAUDE_3_5_HAIKU_V1_0: 'anthropic.claude-3-5-haiku-20241022-v1:0',
          CLAUDE_3_5_SONNET: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
          CLAUDE_3_5_SONNET_V1_0: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
          CLAUDE_3_5_SONNET_V2: 'anthropic.claude-3-5-sonnet-20241022-v2:0',
          CLAUDE_3_5_SONNET_V2_0: 'anthropic.claude-3-5-sonnet-20241022-v2:0',
          CLAUDE_3_7_SONNET: 'anthropic.claude-3-7-sonnet-20250219-v1:0',
          CLAUDE_3_7_SONNET_V1_0: 'anthropic.claude-3-7-sonnet-20250219-v1:0',
          CLAUDE_3_HAIKU: 'anthropic.claude-3-haiku-20240307-v1:0',
          CLAUDE_3_OPUS: 'anthropic.claude-3-opus-20240229-v1:0',
          CLAUDE_3_SONNET: 'anthropic.claude-3-sonnet-20240229-v1:0',
          CLAUDE_4_OPUS_V1_0: 'anthropic.claude-opus-4-20250514-v1:0',
          CLAUDE_4_SONNET_V1_0: 'anthropic.claude-sonnet-4-20250514-v1:0',
          CLAUDE_HAIKU_V1_0: 'anthropic.claude-3-haiku-20240307-v1:0',
          CLAUDE_INSTANT_1: 'anthropic.claude-instant-v1',
          CLAUDE_INSTANT_V1_2: 'anthropic.claude-instant-v1',
          CLAUDE_OPUS_4: 'anthropic.claude-opus-4-20250514-v1:0',
          CLAUDE_OPUS_4_1: 'anthropic.claude-opus-4-1-20250805-v1:0',
          CLAUDE_OPUS_V1_0: 'anthropic.claude-3-opus-20240229-v1:0',
          CLAUDE_SONNET_4: 'anthropic.claude-sonnet-4-20250514-v1:0',
          CLAUDE_SONNET_V1_0: 'anthropic.claude-3-sonnet-20240229-v1:0',
          COHERE_COMMAND_LIGHT_V14: 'cohere.command-light-text-v14',
          COHERE_COMMAND_V14: 'cohere.command-text-v14',
          META_LLAMA_2_CHAT_13B_V1: 'meta.llama2-13b-chat-v1',
          META_LLAMA_2_CHAT_70B_V1: 'meta.llama2-70b-chat-v1',
          // The last number is that of the dimensions: https://github.com/awslabs/generative-ai-cdk-constructs
          TITAN_EMBED_TEXT_V1: 'amazon.titan-embed-text-v1',
          TITAN_EMBED_TEXT_V2_256: 'amazon.titan-embed-text-v2:0',
          TITAN_EMBED_TEXT_V2_512: 'amazon.titan-embed-text-v2:0',
          TITAN_EMBED_TEXT_V2_1024: 'amazon.titan-embed-text-v2:0',
        },
      },
    ),
  ],
  factories: ['bedrock', 'amazonBedrock'],
  loaders: [
    loader(
      'bedrock',
      'ChatBedrock BedrockChat BedrockEmbeddings BedrockLLM ChatBedrockConverse BedrockModel',
      { keywords: 'model model_id modelId', role: 'calls' },
    ),
    // Of boto3, whose methods take nothing by position, and of Kotlin and Swift. In Java the same gets a whole request.
    loader('bedrock', 'invoke_model invoke_model_with_response_stream converse converse_stream', {
      at: [],
      keywords: 'model model_id modelId',
      role: 'calls',
    }),
  ],
  keyWords: ['bedrock'],
  spelling: bedrockSpelling,
};
