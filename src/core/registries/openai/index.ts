import { loader, names, wholeNames, words } from '../define';
import { hostedBy } from '../spelling/hosted';
import type { RegistryDefinition } from '../registry';

/**
 * `o1`, `o3-mini`, `o1-preview-2024-09-12`: a letter and a digit, so nothing else may follow than what the service
 * uses.
 */
const REASONING = /^o[1345](?:-(?:mini|preview|pro|deep-research|mini-high))*(?:-\d{4}-\d{2}-\d{2}|-\d{4})?$/;

/** Versions with a point have all kinds of surnames; products built on one (`gpt-4-engineer`) have none. */
const DOTTED = /^gpt-\d\.\d-[a-z]{2,12}(?:-[a-z]{2,12})?$/;

/** Models of OpenAI's API: `gpt-4o`, `o3-mini`, `text-embedding-3-small`. */
export const openai: RegistryDefinition = {
  kind: 'service',
  prefixes: ['openai', 'text_completion', 'text-completion-openai', 'openai-chat'],
  providers: ['openairesponses'],
  ownerPrefixes: ['openai'],
  apiHosts: ['api.openai.com'],
  clients: ['OpenAI'],
  // OpenAI's own clients and the ones of the community for its protocol, as their READMEs make them.
  makers: words(
    'OpenAIClient( OpenAIOkHttpClient OpenAIOkHttpClientAsync OpenAIClientOptions OpenAiService( ' +
      'SimpleOpenAI OpenAiApi OpenAiChatModel ' +
      'OpenAiStreamingChatModel OpenAiEmbeddingModel OpenAI::Client.new OpenAI::client OpenAI::factory ' +
      'OpenAIConfig::new Client::with_config ' +
      'OpenAI(token OpenAI(apiToken OpenAI(configuration OpenAIHost( OpenAI.instance ' +
      'OpenAIClient.withApiKey openai.NewClient openai.NewClientWithConfig ' +
      'openai.DefaultConfig OpenAI.baseUrl OpenaiEx.new OpenAI.Client OpenAIServiceFactory ' +
      'OpenAICoreServiceFactory openai.client OpenAIChatClient',
  ),
  packages: words(
    'github.com/sashabaranov/go-openai github.com/openai/openai-go com.openai. ' +
      'com.theokanning.openai com.aallam.openai async_openai ' +
      'dev.langchain4j.model.openai org.springframework.ai.openai io.cequence.openaiscala openai_dart ' +
      'dart_openai openai_ex langchaingo/llms/openai ' +
      'MacPaw/OpenAI OpenAI.Chat OpenAI\\Client ruby-openai',
  ),
  constants: {
    qualifiers: words(
      'openai shared ChatModel EmbeddingModel OpenAiChatModelName OpenAiEmbeddingModelName ' +
        'OpenAiImageModelName OpenAiLanguageModelName Models ModelId',
    ),
    packages: words(
      'go-openai openai-go com.openai.models langchain4j.model.openai springframework.ai.openai ' +
        'OpenAI.ObjectModels openaiscala',
    ),
    leads: [
      'ChatModel',
      'EmbeddingModel',
      'ImageModel',
      'AudioModel',
      'SpeechModel',
      'ModerationModel',
      'GPT3',
    ],
    // https://pkg.go.dev/github.com/sashabaranov/go-openai#pkg-constants
    named: {
      AdaEmbeddingV2: 'text-embedding-ada-002',
      SmallEmbedding3: 'text-embedding-3-small',
      LargeEmbedding3: 'text-embedding-3-large',
      CreateImageModelDallE2: 'dall-e-2',
      CreateImageModelDallE3: 'dall-e-3',
      CreateImageModelGptImage1: 'gpt-image-1',
    },
  },
  factories: ['openai'],
  // https://github.com/openai/openai-python#configuring-the-http-client
  addressVariables: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'],
  loaders: [
    loader(
      'pgai',
      'openai_embed openai_chat_complete openai_chat_complete_simple openai_tokenize openai_moderate embedding_openai',
      { keywords: 'model', role: 'calls' },
    ),
    loader('openai', 'OpenAI ChatClient EmbeddingClient', {
      keywords: 'model model_name modelName',
      role: 'calls',
      literalOnly: true,
    }),
    loader(
      'openai',
      'GetChatClient GetEmbeddingClient GetImageClient GetAudioClient GetOpenAIResponseClient ' +
        'ChatOpenAI OpenAIEmbeddings OpenAIEmbedding OpenAIChatModel OpenAIModel OpenAIChat ' +
        'OpenAIResponsesModel OpenAIChatClient OpenAIChatGenerator OpenAIGenerator OpenAITextEmbedder ' +
        'OpenAIDocumentEmbedder chat_openai AddOpenAIChatCompletion AddOpenAITextEmbeddingGeneration ' +
        'OpenAIChatCompletion encoding_for_model encodingForModel',
      { keywords: 'model model_name modelName model_id modelId engine', role: 'calls' },
    ),
  ],
  environment: ['OPENAI_MODEL'],
  marks: ['api.openai.com', 'addopenai'],
  keyWords: ['openai'],
  names: [
    ...wholeNames('o1 o3 o4 o5', REASONING),
    ...wholeNames('gpt-', DOTTED),
    ...names('digit', 'gpt- chatgpt- dall-e- whisper- tts- davinci- babbage- gpt-oss- sora-'),
    ...names(
      'any',
      'gpt-image gpt-realtime gpt-audio text-embedding-3- text-embedding-ada- text-similarity- ' +
        'text-search- text-davinci- text-curie- text-babbage- text-ada- code-davinci- omni-moderation- ' +
        'text-moderation- codex-mini computer-use-preview chatgpt-image',
    ),
  ],
  spelling: hostedBy('openai'),
  triedWithoutForm: 1,
};
