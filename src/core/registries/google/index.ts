import { endpoint } from '../address';
import { constants, loader, names } from '../define';
import { hostedBy } from '../spelling/hosted';
import { googlePath } from './path';
import type { RegistryDefinition } from '../registry';

/** Models of the Gemini API: `gemini-2.0-flash`, also as `models/gemini-2.0-flash`. Google's cloud is `vertex`. */
export const google: RegistryDefinition = {
  kind: 'service',
  hasOwnProtocol: true,
  // https://googleapis.github.io/python-genai/#create-a-client, https://pkg.go.dev/google.golang.org/genai#NewClient
  clients: ['genai.Client', 'genai.NewClient', 'GoogleGenAI'],
  hasBroadModule: true,
  // Cloudflare's AI Gateway: https://developers.cloudflare.com/ai-gateway/usage/chat-completion/
  otherSchemes: ['google'],
  prefixes: [
    'gemini',
    'google',
    'google-genai',
    'google_genai',
    'google-gla',
    'palm',
    'googleai',
    'genai',
    'google-ai-studio',
    // https://www.tensorzero.com/docs/gateway/api-reference/inference
    'google_ai_studio_gemini',
  ],
  providers: ['googlegenerativeai', 'googleaistudio', 'aistudio', 'makersuite'],
  ownerPrefixes: ['google'],
  ownPath: googlePath,
  addresses: [{ host: 'generativelanguage.googleapis.com', read: endpoint('models') }],
  apiHosts: ['generativelanguage.googleapis'],
  constants: [
    // https://github.com/spring-projects/spring-ai (GoogleGenAiChatModel.java), https://github.com/JetBrains/koog
    // (GoogleModels.kt)
    constants(
      /springframework\.ai\.google|koog\.prompt\.executor\.clients\.google/,
      'ChatModel GoogleModels GoogleGenAiTextEmbeddingModelName',
    ),
    // https://github.com/mscraftsman/generative-ai (Model.cs)
    constants(/\bMscc\.GenerativeAI\b/, 'Model'),
    // https://github.com/gunpal5/Google_GenerativeAI (GoogleAIModels.cs)
    constants(/\bGenerativeAI\b/, 'GoogleAIModels'),
    // https://github.com/0xPlaygrounds/rig (providers/gemini)
    constants(/\brig(?:_core)?::/, 'gemini', {
      named: { EMBEDDING_001: 'gemini-embedding-001', EMBEDDING_004: 'text-embedding-004' },
    }),
    // https://www.npmjs.com/package/@genkit-ai/googleai/v/1.11.1
    constants(/@genkit-ai\/googleai\b/, '-'),
    // https://github.com/run-llama/LlamaIndexTS (providers/google)
    constants(/@llamaindex\/google\b|["']llamaindex["']/, 'GEMINI_MODEL', {
      named: {
        GEMINI_PRO: 'gemini-pro',
        GEMINI_PRO_VISION: 'gemini-pro-vision',
        GEMINI_PRO_LATEST: 'gemini-1.5-pro-latest',
        GEMINI_PRO_FLASH_LATEST: 'gemini-1.5-flash-latest',
        GEMINI_PRO_1_5: 'gemini-1.5-pro-001',
        GEMINI_PRO_1_5_FLASH: 'gemini-1.5-flash-001',
        GEMINI_PRO_1_5_LATEST: 'gemini-1.5-pro-002',
        GEMINI_PRO_1_5_FLASH_LATEST: 'gemini-1.5-flash-002',
      },
    }),
    // https://github.com/symfony/ai (Gemini.php)
    constants(/Bridge\\(?:Gemini|Google)\b/, 'Gemini'),
    // https://github.com/camel-ai/camel (enums.py)
    constants(/\bcamel\.types\b/, 'ModelType'),
  ],
  respelled: (letters) => [
    letters
      .replace('light', 'lite')
      .replace('experimental', 'exp')
      .replace(/^gemini2(?=[a-z])/, 'gemini20'),
  ],
  factories: ['google'],
  loaders: [
    loader(
      'google',
      'GenerativeModel ChatGoogleGenerativeAI GoogleGenerativeAIEmbeddings GoogleModel GeminiModel ' +
        'getGenerativeModel generativeModel chat_google_gemini GoogleAIGeminiChatGenerator',
      { keywords: 'model model_name modelName', role: 'calls' },
    ),
    // https://pkg.go.dev/google.golang.org/genai#Models
    loader('google', 'GenerateContent GenerateContentStream EmbedContent GenerateImages GenerateVideos', {
      at: [1],
      role: 'calls',
      receivers: 'Models',
    }),
    // https://googleapis.github.io/java-genai/javadoc/com/google/genai/Models.html
    loader('google', 'generateContent generateContentStream embedContent generateImages generateVideos', {
      role: 'calls',
      receivers: 'models',
    }),
  ],
  keyWords: ['gemini'],
  names: [
    ...names('any', 'embedding-00', { subjects: ['google', 'gemini', 'vertex', 'palm'] }),
    ...names('digit', 'gemini- imagen- veo- imagegeneration@ lyria-'),
    ...names(
      'any',
      'gemini-pro gemini-ultra gemini-flash gemini-exp- gemini-embedding- text-bison chat-bison ' +
        'code-bison codechat-bison textembedding-gecko text-embedding-00 text-multilingual-embedding-00 ' +
        'multimodalembedding@ learnlm-',
    ),
  ],
  spelling: hostedBy('google'),
  triedWithoutForm: 3,
};
