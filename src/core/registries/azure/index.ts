import { endpoint } from '../address';
import { constants, loader, names, program, words } from '../define';
import { azureSpelling } from './spelling';
import type { RegistryDefinition } from '../registry';

/**
 * Models on Azure: OpenAI's under deployments and their own names, and the catalog of Azure AI Foundry
 * (`azureml://registries/…`).
 */
export const azure: RegistryDefinition = {
  kind: 'service',
  renamesOthers: true,
  isWholeCloud: true,
  hasBroadModule: true,
  prefixes: [
    'azure',
    'azure_ai',
    'github',
    'azure-openai',
    'azure_openai',
    'azure_text',
    'github_models',
    'github-models',
    'azureai',
  ],
  providers: ['azureaifoundry', 'azurefoundry', 'foundry', 'azureml', 'azureoai'],
  ownerPrefixes: ['github'],
  otherSchemes: ['github'],
  schemes: [
    { scheme: 'azureml://registries/', name: /\/models\/([\w.-]+)/ },
    { scheme: 'azureml:', name: /^\/\/registries\/[\w-]+\/models\/([\w.-]+)/ },
  ],
  addresses: [
    {
      isHost: (host) => host.endsWith('.openai.azure.com') || host.endsWith('.cognitiveservices.azure.com'),
      read: endpoint('deployments'),
    },
  ],
  apiHosts: ['openai.azure.com'],
  clients: ['AzureOpenAI'],
  // https://learn.microsoft.com/azure/ai-foundry/openai/supported-languages
  makers: [
    'OpenAIClient(new Uri(',
    'api_type: :azure',
    ...words(
      'AzureOpenAIClient( AzureOpenAIClientOptions OpenAIClientBuilder DefaultAzureConfig ' +
        'azopenai.NewClient AzureOpenAiChatModel ' +
        'AzureOpenAiStreamingChatModel AzureOpenAiEmbeddingModel AzureConfig::new azure.WithEndpoint ' +
        'AzureOpenAIChatClient OpenAI.azure :azure_openai ' +
        'AzureOpenAIServiceFactory AzureOpenAIClient.withEndpoint',
    ),
  ],
  packages: words(
    'com.azure.ai.openai Azure.AI.OpenAI ai/azopenai dev.langchain4j.model.azure azure-ai-openai',
  ),
  constants: [
    // https://github.com/langchain4j/langchain4j (AzureOpenAiChatModelName.java and those beside it)
    constants(
      /langchain4j\.model\.azure/,
      'AzureOpenAiChatModelName AzureOpenAiEmbeddingModelName AzureOpenAiImageModelName AzureOpenAiLanguageModelName',
      { spells: 'openai' },
    ),
  ],
  factories: ['azure'],
  loaders: [
    loader('openai', 'AzureOpenAI', {
      keywords: 'model azure_deployment deployment_name deployment engine',
      role: 'calls',
      literalOnly: true,
    }),
    loader(
      'openai',
      'AzureChatOpenAI AzureOpenAIEmbeddings AddAzureOpenAIChatCompletion AzureChatCompletion AzureOpenAIEmbedding',
      {
        keywords:
          'model azure_deployment deployment_name deployment model_name deploymentName ' +
          // https://docs.langchain.com/oss/javascript/integrations/chat/azure
          'azureOpenAIApiDeploymentName azureOpenAIApiEmbeddingsDeploymentName',
        role: 'calls',
      },
    ),
  ],
  programs: [program('foundry', 'loads', 'model')],
  marks: [
    'azureopenai',
    'azure_openai',
    'openai.azure.com',
    'cognitiveservices',
    'azure-openai',
    'azurerm_cognitive',
    'azurerm_ai',
    'schema.management.azure.com',
    'models.ai.azure.com',
    'services.ai.azure.com',
    'azure.ai.inference',
  ],
  files: /\.bicep(?:param)?$/,
  // https://learn.microsoft.com/azure/templates/microsoft.cognitiveservices/accounts/deployments
  deploymentEntry: new RegExp(
    String.raw`(?<![\w-])format["']?\s{0,20}[:=]\s{0,20}["']?(?:OpenAI|Microsoft|Meta|Mistral AI|Alibaba|` +
      String.raw`Cohere|DeepSeek|xAI|Anthropic|Black Forest Labs|AI21 Labs|MoonshotAI|OpenAI-OSS|Core42)(?![\w-])`,
  ),
  keyWords: ['azure'],
  // Azure alone writes OpenAI's version without its point.
  names: names('any', 'gpt-35-'),
  resells: ['openai', 'cohere', 'mistral', 'deepseek', 'xai'],
  spelling: azureSpelling,
  servesOthers: true,
};
