import { constants, loader, named, wholeNames, words } from '../define';
import { CONSTANTS } from './constants';
import { sapSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/** The names of makers stand before theirs with two hyphens, which other words have as well: names of styles. */
const NAME = new RegExp(
  String.raw`^(?:anthropic--claude|amazon--(?:nova|titan)|mistralai--(?:mistral|mixtral)|meta--llama|` +
    String.raw`cohere--command|ibm--granite|nvidia--llama|deepseek-ai--deepseek)[\w.-]{1,60}$`,
);

/**
 * Models of the generative AI hub in SAP AI Core: `anthropic--claude-4-sonnet`, `amazon--nova-pro`. Those of OpenAI,
 * Google and Perplexity have their makers' names there.
 */
export const sap: RegistryDefinition = {
  kind: 'service',
  hasOwnProtocol: true,
  // https://docs.litellm.ai/docs/providers/sap
  prefixes: ['sap', 'sap-ai-core'],
  providers: words('sapaicore aicore sapgenaihub genaihub generativeaihub'),
  apiHosts: ['ml.hana.ondemand.com'],
  // https://github.com/SAP/ai-sdk-python, https://github.com/SAP/ai-sdk-js
  modules: ['gen_ai_hub', '@sap-ai-sdk', 'com.sap.ai.sdk'],
  packages: words('com.sap.ai.sdk @sap-ai-sdk/ gen_ai_hub'),
  constants: [
    constants(/com\.sap\.ai\.sdk\.orchestration/, 'OrchestrationAiModel', { named: named(CONSTANTS) }),
    constants(/com\.sap\.ai\.sdk\.foundationmodels/, 'OpenAiModel', { spells: 'openai' }),
  ],
  loaders: [
    loader('sap', 'LLM', { receivers: 'gen_ai_hub', keywords: 'name', role: 'calls', isOnly: true }),
    loader('sap', 'init_llm init_embedding_model', {
      keywords: 'model_name',
      role: 'calls',
      onlyWith: 'gen_ai_hub',
    }),
    loader('sap', 'withLlmConfig forModel', { role: 'calls', onlyWith: 'com.sap.ai.sdk' }),
    loader('sap', 'AzureOpenAiChatClient AzureOpenAiEmbeddingClient', {
      keywords: 'modelName',
      role: 'calls',
      onlyWith: '@sap-ai-sdk/',
    }),
  ],
  environment: ['AICORE_SERVICE_KEY', 'AICORE_CLIENT_ID', 'AICORE_BASE_URL', 'AICORE_RESOURCE_GROUP'],
  marks: ['gen_ai_hub', '@sap-ai-sdk/', 'com.sap.ai.sdk', 'ml.hana.ondemand.com', 'aicore_'],
  // https://github.com/SAP/ai-sdk-js/tree/main/packages/ai-api
  deploymentEntry: /\bkey["']?\s{0,8}[:=(]\s{0,8}["']modelName["']/,
  keyWords: ['aicore'],
  names: wholeNames('anthropic-- amazon-- mistralai-- meta-- cohere-- ibm-- nvidia-- deepseek-ai--', NAME),
  resells: ['openai', 'google', 'perplexity'],
  spelling: sapSpelling,
  servesOthers: true,
};
