import { constants, loader, names, wholeNames, words } from '../define';
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
  constants: [
    // https://pkg.go.dev/github.com/sashabaranov/go-openai#pkg-constants
    // https://pkg.go.dev/github.com/openai/openai-go/shared#pkg-constants
    constants(/go-openai|openai-go/, 'openai shared', {
      leads: words('ChatModel EmbeddingModel ImageModel AudioModel SpeechModel ModerationModel GPT3'),
      named: {
        AdaEmbeddingV2: 'text-embedding-ada-002',
        SmallEmbedding3: 'text-embedding-3-small',
        LargeEmbedding3: 'text-embedding-3-large',
        CreateImageModelDallE2: 'dall-e-2',
        CreateImageModelDallE3: 'dall-e-3',
        CreateImageModelGptImage1: 'gpt-image-1',
      },
    }),
    // https://github.com/openai/openai-java, https://github.com/spring-projects/spring-ai (OpenAiApi.java),
    // https://github.com/langchain4j/langchain4j (OpenAiChatModelName.java and those beside it)
    constants(
      /com\.openai\.models|langchain4j\.model\.openai|springframework\.ai\.openai/,
      'ChatModel EmbeddingModel ImageModel TtsModel WhisperModel TranscriptionModels OpenAiChatModelName ' +
        'OpenAiEmbeddingModelName OpenAiImageModelName OpenAiLanguageModelName OpenAiModerationModelName ' +
        'OpenAiAudioTranscriptionModelName OpenAiTextToSpeechModelName OpenAIModels',
    ),
    // https://github.com/openai/openai-ruby (chat_model.rb)
    constants(/\bOpenAI::/, 'ChatModel EmbeddingModel ImageModel AudioModel SpeechModel'),
    // https://github.com/cequence-io/openai-scala-client (ModelId.scala)
    constants(/openaiscala/, 'ModelId'),
    // https://github.com/JetBrains/koog (OpenAIModels.kt)
    constants(/koog\.prompt\.executor\.clients\.openai/, 'OpenAIModels', {
      named: {
        GPT4oAudio: 'gpt-4o-audio-preview',
        GPT4oMiniAudio: 'gpt-4o-mini-audio-preview',
        TextEmbeddingAda3Small: 'text-embedding-3-small',
        TextEmbeddingAda3Large: 'text-embedding-3-large',
      },
    }),
    // https://github.com/betalgo/openai (Models.cs)
    constants(/OpenAI\.ObjectModels/, 'Models', {
      named: {
        ChatGpt3_5Turbo: 'gpt-3.5-turbo',
        ChatGpt3_5Turbo0301: 'gpt-3.5-turbo-0301',
        CodeDavinciV2: 'code-davinci-002',
        TextDavinciV1: 'text-davinci-001',
        TextDavinciV2: 'text-davinci-002',
        TextDavinciV3: 'text-davinci-003',
        TextEmbeddingAdaV2: 'text-embedding-ada-002',
        TextEmbeddingV3Small: 'text-embedding-3-small',
        TextEmbeddingV3Large: 'text-embedding-3-large',
        WhisperV1: 'whisper-1',
      },
    }),
    // https://github.com/OkGoDoIt/OpenAI-API-dotnet (Model.cs)
    constants(/\bOpenAI_API\b/, 'Model', {
      named: {
        GPT4_32k_Context: 'gpt-4-32k',
        GPT4_Turbo: 'gpt-4-turbo-preview',
        GPT4_Vision: 'gpt-4-vision-preview',
        ChatGPTTurbo: 'gpt-3.5-turbo',
        ChatGPTTurbo_1106: 'gpt-3.5-turbo-1106',
        ChatGPTTurbo_16k: 'gpt-3.5-turbo-16k',
        ChatGPTTurbo0301: 'gpt-3.5-turbo-0301',
        ChatGPTTurboInstruct: 'gpt-3.5-turbo-instruct',
        AdaTextEmbedding: 'text-embedding-ada-002',
        DavinciCode: 'code-davinci-002',
        DavinciText: 'text-davinci-003',
        TTS_HD: 'tts-1-hd',
        TTS_Speed: 'tts-1',
      },
    }),
    // https://github.com/RageAgainstThePixel/OpenAI-DotNet (Model.cs)
    constants(/\bOpenAI\.Models\b/, 'Model', {
      named: {
        GPT4_5: 'gpt-4.5-preview',
        GPT4oAudio: 'gpt-4o-audio-preview',
        GPT4oAudioMini: 'gpt-4o-mini-audio-preview',
        GPT4oRealtime: 'gpt-4o-realtime-preview',
        GPT4oRealtimeMini: 'gpt-4o-mini-realtime-preview',
        Embedding_3_Large: 'text-embedding-3-large',
        Embedding_3_Small: 'text-embedding-3-small',
        Embedding_Ada_002: 'text-embedding-ada-002',
      },
    }),
    // https://github.com/0xPlaygrounds/rig (providers/openai), https://github.com/dongri/openai-api-rs (common.rs)
    constants(/\brig(?:_core)?::|\bopenai_api_rs\b/, 'openai common', { leads: ['GPT3_'] }),
    // https://github.com/MacPaw/OpenAI (Models.swift), https://github.com/jamesrochabrun/SwiftOpenAI (Model.swift)
    constants(/^import (?:Swift)?OpenAI\s*$/m, 'Model -'),
    // https://pub.dev/documentation/openai_dart/0.4.5/openai_dart/ChatCompletionModels.html
    constants(/package:openai_dart\b/, 'ChatCompletionModels EmbeddingModels'),
    // https://github.com/symfony/ai (Gpt.php, until its catalogs of models)
    constants(/Bridge\\OpenA[iI]\b/, 'Gpt GPT Embeddings DallE'),
    // https://github.com/LLPhant/LLPhant (OpenAIChatModel.php)
    constants(/\bLLPhant\\/, 'OpenAIChatModel', {
      named: { Gpt4Omni: 'gpt-4o', Gpt4Omini: 'gpt-4o-mini' },
    }),
    // https://github.com/camel-ai/camel (enums.py)
    constants(/\bcamel\.types\b/, 'ModelType'),
  ],
  factories: ['openai'],
  // https://github.com/openai/openai-python#configuring-the-http-client
  addressVariables: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'],
  loaders: [
    loader(
      'pgai',
      'openai_embed openai_chat_complete openai_chat_complete_simple openai_tokenize openai_moderate embedding_openai',
      { keywords: 'model', role: 'calls' },
    ),
    loader('openai', 'OpenAI', {
      keywords: 'model model_name modelName',
      role: 'calls',
      literalOnly: true,
    }),
    // https://github.com/openai/openai-dotnet
    loader('openai', 'ChatClient EmbeddingClient', {
      keywords: 'model model_name modelName',
      role: 'calls',
      literalOnly: true,
      // As C#, F# and Visual Basic import them: Python has `openai.chat.completions`.
      ownWith: [
        ...['using', 'open', 'imports'].flatMap((word) => [
          `${word} openai.chat`,
          `${word} openai.embeddings`,
        ]),
        'openai.chat.chatclient',
        'openai.embeddings.embeddingclient',
      ],
    }),
    // Of Azure's clients, which ask OpenAI too: https://learn.microsoft.com/java/api/com.azure.ai.openai.openaiclient
    loader(
      'openai',
      'getChatCompletions getChatCompletionsWithResponse getChatCompletionsStream ' +
        'getChatCompletionsStreamWithResponse',
      { receivers: 'client Client openAIClient openaiClient openAIAsyncClient asyncClient', role: 'calls' },
    ),
    loader(
      'openai',
      'GetChatClient GetEmbeddingClient GetImageClient GetAudioClient GetOpenAIResponseClient GetResponsesClient ' +
        'ChatOpenAI OpenAIEmbeddings OpenAIEmbedding OpenAIChatModel OpenAIModel OpenAIChat ' +
        'OpenAIResponsesModel OpenAIChatClient OpenAIChatGenerator OpenAIGenerator OpenAITextEmbedder ' +
        'OpenAIDocumentEmbedder chat_openai AddOpenAIChatCompletion AddOpenAITextEmbeddingGeneration ' +
        'OpenAIChatCompletion OpenAITextEmbedding OpenAITextCompletion encoding_for_model encodingForModel',
      { keywords: 'model model_name modelName model_id modelId ai_model_id engine', role: 'calls' },
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
